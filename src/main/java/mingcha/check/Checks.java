package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Source;
import mingcha.text.Fold;

/** Checks contents. Safe for use by several threads. */
public final class Checks {
  /** A finding is read at a glance; what is longer is cut. */
  private static final int LONGEST_TEXT = 390;

  /** Why a rule could not be checked that has a fault of its own. */
  public static final String FAILED = "the rule itself failed";

  /** Why a rule says nothing of what a like rule has told. */
  public static final String TOLD = "同一处数字已由同类的另一条规则指出";

  private static final List<Rule> RULES =
      List.of(
          new RateConflict(),
          new ExecutionRate(),
          new ProjectAmounts(),
          new RedeemedAgainstExecuted(),
          new ScoreConflict(),
          new ScoreSum(),
          new GroupScores(),
          new GroupWeights(),
          new ScoreWithoutAttainment(),
          new CompletionRate(),
          new CampaignRatios(),
          new ShareOverHundred(),
          new WholeAmounts(),
          new ItemsAgainstTotal(),
          new UnitAmongSiblings(),
          new UnitInSentence(),
          new UnitOfFigure(),
          new YearInHeadings(),
          new SelfEvaluation(),
          new SelfEvaluatedMoney(),
          new SubjectSums(),
          new RowSums(),
          new MirroredTotals(),
          new MirroredSubjects(),
          new ThreePublicSums(),
          new GrandTotals(),
          new ClassesOfTotals(),
          new UsesOfTotals(),
          new BudgetSums(),
          new BudgetScopes(),
          new NumberedRows(),
          new CodedRows(),
          new Scopes(),
          new FundTypes(),
          new EconomicClasses(),
          new FundBalance(),
          new ProcurementSum(),
          new BudgetsOfTotals(),
          new BasicAgainstEconomic(),
          new ClassRows(),
          new OneSidedSubjects(),
          new SubjectAmounts(),
          new SubjectNames(),
          new SubjectsTold(),
          new CaliberInText(),
          new NegativeAmounts(),
          new NoData(),
          new StatutoryTables(),
          new EmptyTables(),
          new PartsInOrder(),
          new Promised(),
          new ReasonsOfChange(),
          new Shares(),
          new Changes(),
          new ChangesInText(),
          new StatedExecution(),
          new DirectionOfChange(),
          new DirectionOfDifference(),
          new DirectionsOfClauses(),
          new OutOfRange(),
          new CountsToldTwice(),
          new WeightSum(),
          new MissedIndicators(),
          new AdjustedToExecuted(),
          new AnnouncedMoney(),
          new GradeCounts(),
          new YearInText(),
          new YearInTables(),
          new YearsCompared(),
          new PublisherInText(),
          new PublisherInTables(),
          new Placeholders(),
          new MissingFigures(),
          new DoubledWords(),
          new CutSentences(),
          new PercentSigns(),
          new ScoreGrade(),
          new ThreePublicAgainstBasic(),
          new VehicleCounts(),
          new VehicleKinds(),
          new ToldTwice(),
          new ToldColumns(),
          new PartsOfSentences(),
          new ClassesTold(),
          new Receptions(),
          new VisitCounts(),
          new FormMoney(),
          new ScoreOverWeight(),
          new Explanations(),
          new Grouping(),
          new PercentUnits(),
          new OneSlip(),
          new YearsOfNames(),
          new YearsWithin(),
          new ScoreMatrix(),
          new ScoresTold(),
          new TextBalances(),
          new PerHead(),
          new ListedParts(),
          new GradeScheme(),
          new RateInText(),
          new Twins(),
          new BracketWeights(),
          new ScoreLines(),
          new HeadingScores(),
          new FromTo(),
          new ExecutionScores(),
          new SmallFirms(),
          new OperatingFunds(),
          new RowTwice(),
          new KindInTitles(),
          new PercentInText(),
          new DifferencesInText(),
          new CountsListed(),
          new SharedLists(),
          new Thresholds(),
          new ChangesOfPassage(),
          new LoneYuan(),
          new ClassesInText(),
          new ChangeSums(),
          new BalanceInText(),
          new EconomicInText(),
          new Glossary(),
          new EachListed(),
          new TableTotals(),
          new TableColumns(),
          new DefinedRates(),
          new Averages(),
          new AgainstNamed(),
          new PointsTold(),
          new DifferenceOfBudget(),
          new BracketCounts(),
          new ScoresInProse());

  private static final List<YearRule> YEAR_RULES =
      List.of(new CarryOver(), new PriorFigures(), new MissingYear());

  private Checks() {}

  /** What was found, and how each rule fared. */
  public record Report(List<Entry> findings, List<RuleCounts> rules) {
    public Report {
      findings = List.copyOf(findings);
      rules = List.copyOf(rules);
    }
  }

  /** All rules, for a list of what is checked. */
  public static List<Definition> definitions() {
    return Stream.concat(
            RULES.stream().map(Rule::definition), YEAR_RULES.stream().map(YearRule::definition))
        .toList();
  }

  /**
   * The content with what was found in it. Of figures that were read off pictures and contradict
   * others nothing is found: they have doubts instead.
   */
  public static Content checked(Content content) {
    Content doubted = OffPictures.doubted(content, Checks::found);
    List<Entry> findings = findings(doubted);
    if (findings.isEmpty()) {
      return doubted;
    }
    List<Entry> entries = new ArrayList<>(doubted.entries());
    entries.addAll(findings);
    return doubted.with(entries);
  }

  /** The findings alone, as entries of the content's disclosure. */
  public static List<Entry> findings(Content content) {
    return report(content).findings();
  }

  /** Looks at a content alone with every rule. */
  public static Report report(Content content) {
    return report(content, Neighbours.NONE);
  }

  /** Looks at a content, also beside its neighbours in time, with every rule. */
  public static Report report(Content content, Neighbours neighbours) {
    Content doubted = OffPictures.doubted(content, Checks::found);
    Account account = new Account(doubted);
    List<Outcomes> told = outcomes(account);
    told.addAll(years(account, neighbours));
    return report(doubted, told);
  }

  /** What the rules say, whatever it was read off. */
  private static List<Entry> found(Content content) {
    return entries(outcomes(new Account(content)));
  }

  private static List<Outcomes> outcomes(Account account) {
    List<Outcomes> told = new ArrayList<>();
    ToldOnce once = new ToldOnce();
    for (Rule rule : RULES) {
      Outcomes outcomes = outcomes(rule, account);
      once.settle(outcomes);
      told.add(outcomes);
    }
    return told;
  }

  /** A rule that stumbles over a content is counted, and costs no other rule's findings. */
  static Outcomes outcomes(Rule rule, Account account) {
    Outcomes outcomes = new Outcomes(rule.definition());
    try {
      rule.check(account, outcomes);
    } catch (RuntimeException e) {
      outcomes.cannot(FAILED);
      System.getLogger(Checks.class.getName())
          .log(
              System.Logger.Level.WARNING,
              rule.definition().id() + " on " + account.content().disclosure().file(),
              e);
    }
    return outcomes;
  }

  /**
   * What two disclosures of one series say of each other; the findings belong to the later one.
   *
   * @param years in which the publisher is known to have disclosed, of whatever caliber
   */
  public static List<Entry> continuity(Content before, Content after, Set<Integer> years) {
    List<Outcomes> told = years(new Account(after), new Neighbours(before, years));
    return report(after, told).findings().stream()
        .map(finding -> OffPictures.softened(before, finding))
        .toList();
  }

  /** Whether a finding is one between years. */
  public static boolean isContinuity(Entry finding) {
    return finding.rule() != null
        && YEAR_RULES.stream().anyMatch(r -> r.definition().id().equals(finding.rule()));
  }

  private static List<Outcomes> years(Account after, Neighbours neighbours) {
    List<Outcomes> told = new ArrayList<>();
    for (YearRule rule : YEAR_RULES) {
      Outcomes outcomes = new Outcomes(rule.definition());
      if (neighbours.before() == null) {
        outcomes.cannot("没有更早年度的公开");
      } else {
        rule.check(new Account(neighbours.before()), after, neighbours.years(), outcomes);
      }
      told.add(outcomes);
    }
    return told;
  }

  private static Report report(Content content, List<Outcomes> told) {
    return new Report(
        entries(told).stream().map(finding -> OffPictures.softened(content, finding)).toList(),
        told.stream().map(Outcomes::counts).toList());
  }

  private static List<Entry> entries(List<Outcomes> told) {
    List<Entry> findings = new ArrayList<>();
    Map<String, Integer> occurrences = new HashMap<>();
    for (Outcomes outcomes : told) {
      for (Discrepancy discrepancy : outcomes.discrepancies()) {
        findings.add(entry(outcomes.rule(), discrepancy, occurrences));
      }
    }
    return findings;
  }

  private static Entry entry(Definition rule, Discrepancy found, Map<String, Integer> occurrences) {
    Entry about = found.about();
    String key = rule.id() + "|" + Fold.name(found.subject());
    String form = about.table() == null ? null : about.table().form();
    int occurrence = occurrences.merge(form + "|" + key, 1, Integer::sum) - 1;
    String text = found.subject() + "：" + found.arithmetic() + "。" + rule.chinese();
    List<Source> sources = found.readings().stream().map(r -> r.source()).distinct().toList();
    return new Entry(
        Ids.entry(about.disclosure().id(), EntryKind.FINDING, form, key, occurrence),
        EntryKind.FINDING,
        found.subject(),
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…",
        about.path(),
        about.scope(),
        about.disclosure(),
        about.table(),
        about.subject(),
        rule.id(),
        found.severity().id(),
        found.readings(),
        sources);
  }
}
