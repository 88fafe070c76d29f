package mingcha.index.lucene;

import java.util.Arrays;

/**
 * A small number for each document, in two bytes where the numbers are small enough, as they are
 * but for a strange segment: millions of them are looked at for one question.
 */
final class ClassNumbers {
  private char[] small;
  private int[] large = {};

  ClassNumbers(int documents) {
    small = new char[documents];
  }

  void set(int document, int number) {
    if (number > Character.MAX_VALUE && large.length == 0) {
      large = new int[small.length];
      Arrays.setAll(large, i -> small[i]);
      small = new char[0];
    }
    if (large.length == 0) {
      small[document] = (char) number;
    } else {
      large[document] = number;
    }
  }

  int get(int document) {
    return small.length == 0 ? large[document] : small[document];
  }
}
