package mingcha.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Three hundred things that people ask: always the same ones, in an order that mixes the kinds.
 * Beside them the flagship question with other numbers, years and places.
 */
final class Mix {
  private static final long SEED = 9;
  private static final int FLAGSHIPS = 40;
  private static final List<String> PLACES =
      List.of("青屿市", "鹤鸣市", "澄溪市", "澜川市", "霁原市", "云岚省", "望舒县", "黛渚区", "松澜县");
  private static final List<String> WORDS =
      List.of(
          "消费券", "校舍维修", "乡村医生", "招商引资", "公务接待", "财政支付紧张", "安全隐患", "人员增加", "政府采购", "惠农补贴", "直播培训",
          "资金结余", "古建筑保护", "工资调整", "应急保供");
  private static final List<String> RATES = List.of("执行率", "预算执行率", "完成年初预算", "核销率");
  private static final List<String> SUMS = List.of("公务接待费", "机关运行经费", "支出决算", "年初预算数");
  private static final List<String> KINDS = List.of("项目", "科目", "指标");
  private static final List<String> TYPED =
      List.of("消", "消费", "青屿", "工资", "项", "公务", "校舍", "服务中心", "教育局", "行政", "住房", "农");

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** What is asked, and how. */
  record Asked(Kind kind, String text) {}

  /** The kinds of the mix. */
  enum Kind {
    FLAGSHIP,
    TEXT,
    TEXT_AND_CONDITION,
    CONDITION,
    FACETS,
    SORT,
    NEAR,
    SUGGEST,
    FRAMES,
    EXPORT;

    String shown() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static List<Asked> questions() {
    return new Mix().drawn();
  }

  private List<Asked> drawn() {
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < FLAGSHIPS; i++) {
      String below = "执行率低于" + (i == 0 ? 60 : percent()) + "%的消费券项目";
      all.add(new Asked(Kind.FLAGSHIP, i % 2 == 0 ? below : year() + "年" + place() + below));
    }
    for (int i = 0; i < 30; i++) {
      all.add(new Asked(Kind.TEXT, word()));
      all.add(new Asked(Kind.TEXT, year() + "年 " + place() + " " + word()));
      all.add(new Asked(Kind.TEXT_AND_CONDITION, rate() + "低于" + percent() + "%的" + word() + "项目"));
      all.add(
          new Asked(Kind.TEXT_AND_CONDITION, place() + word() + " " + sum() + "超过" + wan() + "万元"));
      all.add(new Asked(Kind.CONDITION, rate() + "低于" + percent() + "%的" + kind()));
      all.add(new Asked(Kind.CONDITION, year() + "年" + sum() + "超过" + wan() + "万元"));
      all.add(new Asked(Kind.FACETS, i % 3 == 0 ? kind() : i % 3 == 1 ? place() : year() + "年"));
      all.add(new Asked(Kind.SORT, year() + "年" + place() + rate() + "最低的10个项目"));
      all.add(new Asked(Kind.SUGGEST, TYPED.get(random.nextInt(TYPED.size()))));
    }
    for (int i = 0; i < 10; i++) {
      all.add(new Asked(Kind.NEAR, "执行率低于" + i + ".5%且核销率高于99%的" + word() + "项目"));
      all.add(new Asked(Kind.FRAMES, List.of("reception", "three_public").get(i % 2)));
      all.add(new Asked(Kind.EXPORT, year() + "年" + place() + "执行率低于" + percent() + "%的项目"));
    }
    return all;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String place() {
    return one(PLACES);
  }

  private String word() {
    return one(WORDS);
  }

  private String rate() {
    return one(RATES);
  }

  private String sum() {
    return one(SUMS);
  }

  private String kind() {
    return one(KINDS);
  }

  private int year() {
    return random.nextInt(2016, 2025);
  }

  private int percent() {
    return random.nextInt(20, 95);
  }

  private int wan() {
    return random.nextInt(1, 500);
  }
}
