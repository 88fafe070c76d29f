package mingcha.index;

import java.util.List;
import java.util.Set;
import mingcha.query.Clause;
import mingcha.query.Filters;
import mingcha.query.Question;

/** What restricts a question to some values of a dimension of facets. */
public final class Restrictions {
  private Restrictions() {}

  /** The question without what restricts this dimension; itself where nothing does. */
  public static Question without(Question q, String dimension) {
    List<Clause> where =
        dimension.equals(Schema.GRADE)
            ? q.where().stream().filter(c -> !(c instanceof Clause.GradeIn)).toList()
            : q.where();
    return new Question(
        q.text(),
        dimension.equals(Schema.KIND) ? Set.of() : q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        where,
        freed(q.filters(), dimension),
        q.sort(),
        q.limit(),
        q.leftover(),
        q.problems());
  }

  /** The filters without the one of this dimension. */
  public static Filters freed(Filters f, String dimension) {
    return new Filters(
        dimension.equals(Schema.REGION) ? null : f.region(),
        dimension.equals(Schema.YEAR) ? List.of() : f.years(),
        dimension.equals(Schema.SUBJECT) ? null : f.subject(),
        dimension.equals(Schema.PUBLISHER) ? null : f.publisher(),
        dimension.equals(Schema.TYPE) ? null : f.type(),
        dimension.equals(Schema.CALIBER) ? null : f.caliber(),
        dimension.equals(Schema.RULE) ? null : f.rule(),
        dimension.equals(Schema.FORM) ? null : f.form(),
        dimension.equals(Schema.REGION) ? List.of() : f.otherRegions(),
        dimension.equals(Schema.REGION) ? List.of() : f.notRegions(),
        dimension.equals(Schema.YEAR) ? List.of() : f.notYears(),
        dimension.equals(Schema.INSTITUTION) ? List.of() : f.institutions());
  }
}
