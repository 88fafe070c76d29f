package mingcha.sample;

import mingcha.sample.TableLayout.CellALine;
import mingcha.sample.TableLayout.Flowed;
import mingcha.sample.TableLayout.Tabbed;

/**
 * How a publisher writes, year after year.
 *
 * @param tables how its statutory tables come out
 * @param forms how its project forms do
 * @param wrapped whether paragraphs are broken into printed lines
 * @param blankZeros whether a cell of nothing is empty rather than 0.00
 * @param grouped whether thousands are separated in tables
 * @param byItem whether the narrative goes through the 项 rather than the 类
 * @param nationalForm the form of 财预〔2020〕10号 rather than a province's
 * @param threePublicFirst whether “三公” is table 07 rather than 09
 * @param leader between a heading and its page in the contents
 */
record Style(
    TableLayout tables,
    TableLayout forms,
    boolean wrapped,
    boolean blankZeros,
    boolean grouped,
    boolean byItem,
    boolean nationalForm,
    boolean threePublicFirst,
    String leader) {

  static Style of(int publisher, Dice dice) {
    boolean grouped = dice.chance(60);
    boolean byItem = dice.chance(65);
    boolean first = dice.chance(40);
    String leader = dice.chance(50) ? "……………………" : "\t";
    return switch (publisher % 4) {
      case 0 ->
          new Style(new Tabbed(), new Tabbed(), false, true, grouped, byItem, false, first, leader);
      case 1 ->
          new Style(
              new Flowed(), new CellALine(), true, false, grouped, true, true, first, "..........");
      case 2 ->
          new Style(
              new Tabbed(),
              new CellALine(),
              false,
              dice.chance(50),
              grouped,
              byItem,
              true,
              first,
              leader);
      default ->
          new Style(
              new Flowed(), new Tabbed(), true, false, grouped, byItem, false, first, "..........");
    };
  }

  /** In a cell of a statutory table. */
  String cell(Amount amount) {
    return amount.isZero() && blankZeros ? "" : grouped ? amount.grouped() : amount.plain();
  }

  /** In a sentence. */
  String said(Amount amount) {
    return grouped ? amount.grouped() : amount.plain();
  }
}
