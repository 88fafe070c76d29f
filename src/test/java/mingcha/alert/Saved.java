package mingcha.alert;

import mingcha.query.Question;
import mingcha.store.AlertRow;
import mingcha.store.AlertRow.State;
import org.jspecify.annotations.Nullable;

/** Alerts in a few words. */
final class Saved {
  private Saved() {}

  /** An active alert with a feed alone. */
  static AlertRow alert(String id, Question question) {
    return alert(id, question, null, null, "at-once");
  }

  static AlertRow alert(
      String id,
      Question question,
      @Nullable String email,
      @Nullable String webhook,
      String cadence) {
    return new AlertRow(
        id,
        "token-of-" + id,
        null,
        State.ACTIVE,
        null,
        "关注" + id,
        "zh",
        QuestionJson.write(question),
        email,
        webhook,
        webhook == null ? null : "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        true,
        cadence,
        8,
        1,
        "Asia/Shanghai",
        0,
        0,
        0);
  }
}
