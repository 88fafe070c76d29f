package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * 卫生健康支出（类）决算数为16.85万元 over its items: where the narrative says what a class came to and lists
 * items of it, they add up, or at least do not exceed it.
 */
final class ClassesTold implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/classes-told",
          "文字所写一类支出的决算数与所列各项之和不符，需要说明",
          "What the narrative says of a class is not the sum of the items that it lists",
          "政府收支分类科目：类=Σ款，款=Σ项");

  private static final int CLASS = 3;
  private static final int ITEM = 7;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, Map<String, Account.Stated>> items = new LinkedHashMap<>();
    List<Account.Stated> classes = new ArrayList<>();
    for (Entry entry :
        account.entries(
            e ->
                (e.kind() == EntryKind.STATEMENT || e.kind() == EntryKind.LINE)
                    && e.subject() != null)) {
      String code = entry.subject() == null ? "" : entry.subject().code();
      for (Reading reading : Account.stated(entry, "executed", Basis.NARRATIVE)) {
        if (reading.stage() != Stage.FINAL) {
          continue;
        }
        Account.Stated stated = new Account.Stated(entry, reading);
        if (code.length() == ITEM) {
          items
              .computeIfAbsent(code.substring(0, CLASS), c -> new LinkedHashMap<>())
              .putIfAbsent(code, stated);
        } else if (code.length() == CLASS && reading.label().contains("决算")) {
          classes.add(stated);
        }
      }
    }
    for (Account.Stated each : classes) {
      String code = each.entry().subject() == null ? "" : each.entry().subject().code();
      List<Reading> parts =
          items.getOrDefault(code, Map.of()).values().stream()
              .map(Account.Stated::reading)
              .toList();
      if (parts.isEmpty()) {
        outcomes.cannot("没有列出这一类的各项");
      } else {
        Cases.sum(each, "所列" + parts.size() + "项之和", parts, "Σ items", outcomes);
      }
    }
  }
}
