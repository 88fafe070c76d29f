package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

class NarrativeCountsTest {
  private static String statements(String text) {
    return Disclosures.printed(Disclosures.content("第三部分 情况说明\n" + text), EntryKind.STATEMENT);
  }

  @Test
  void visitsAreToldApartByTheirUnits() {
    assertEquals(
        """
        公务接待: 公务接待 reception_batches 24批次; 公务接待 reception_visitors 210人次\
        """,
        statements("公务接待24批次，210人次。\n"));
  }

  @Test
  void domesticReceptionsAreTheReceptionsWhereNoOthersAreCounted() {
    assertEquals(
        """
        因公出国（境）: 因公出国（境） overseas_groups 0个; 因公出国（境） overseas_visitors 0人
        公务用车: 年末公务用车保有 vehicle_count 17辆
        国内公务接待: 国内公务接待 reception_batches 12批次; 国内公务接待 reception_visitors 97人
        外事接待: 外事接待 - 1批次; 外事接待 - 3人\
        """,
        statements("2023年本部门因公出国（境）共计0个团组，0人；年末公务用车保有17辆；国内公务接待12批次97人，其中：外事接待1批次，3人。"));
    assertEquals(
        """
        公务接待费: 公务接待费 reception 6000元; 共接待 reception_batches 14批次; 公务接待费 reception_visitors 100人次
        国内公务接待: 国内公务接待 - 12批次; 国内公务接待 - 97人次\
        """,
        statements("公务接待费0.6万元，共接待14批次100人次，其中：国内公务接待12批次97人次。"));
  }

  @Test
  void groupsAreCountedInTimesAndVehiclesAsTheyStand() {
    assertEquals(
        """
        因公出国（境）: 全年安排因公出国（境）团组 overseas_groups 0次; 出国（境） overseas_visitors 0人
        公务用车: 单位共有公务用车 vehicle_count 2辆
        轿车: 轿车 - 1辆; 越野车 - 1辆\
        """,
        statements("全年安排因公出国（境）团组0次，出国（境）0人。截至年末，单位共有公务用车2辆，其中：轿车1辆、越野车1辆。"));
  }

  @Test
  void guestsFromAbroadAreAPart() {
    assertEquals(
        """
        公务接待费: 公务接待费 reception 25000元; 共接待国内来访团组 reception_batches 25批次; 来宾 reception_visitors 250人次
        来访外宾: 来访外宾 - 0批次\
        """,
        statements("公务接待费支出2.5万元。2023年度共接待国内来访团组25批次，来访外宾0批次，来宾250人次。"));
  }

  @Test
  void theBoundOfWhatIsCountedIsNoFigure() {
    assertEquals(
        "单价50万元（含）以上通用设备: 单价50万元（含）以上通用设备 - 5台; 单价100万元（含）以上专用设备 - 1台",
        statements("单价50万元（含）以上通用设备5台（套），单价100万元（含）以上专用设备1台（套）。"));
  }
}
