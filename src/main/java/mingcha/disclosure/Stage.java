package mingcha.disclosure;

import java.util.Locale;

/** The stage of a budget year that a figure belongs to. */
public enum Stage {
  /** 年初预算 */
  INITIAL,
  /** 全年预算, 调整预算 */
  ADJUSTED,
  /** 决算 */
  FINAL,
  /** 上年 */
  PRIOR;

  /** The lower-case name on the wire: {@code initial}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
