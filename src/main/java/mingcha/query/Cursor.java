package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Plain;
import org.jspecify.annotations.Nullable;

/** Walks over the tokens; a production that fails goes back to its {@link #mark}. */
final class Cursor {
  private final String text;
  private final List<Token> tokens;
  private int at;

  Cursor(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = new ArrayList<>(tokens);
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  @Nullable Token peek() {
    return atEnd() ? null : tokens.get(at);
  }

  /** The current token, where one is known to be. */
  Token ahead() {
    return tokens.get(at);
  }

  /** Whether a token follows without a gap. */
  boolean continues() {
    return !atEnd() && ahead().start() == position() && !(ahead() instanceof Gap);
  }

  Token next() {
    return tokens.get(at++);
  }

  /** All tokens, those that were taken among them. */
  List<Token> all() {
    return List.copyOf(tokens);
  }

  /** Whether a token ends here. */
  boolean endsToken(int offset) {
    return tokens.stream().anyMatch(token -> token.end() == offset);
  }

  /** The token at a mark. */
  Token at(int mark) {
    return tokens.get(mark);
  }

  /** Where the token at a mark begins, white space left out. */
  int startOf(int mark) {
    int first = mark;
    while (first < at - 1 && tokens.get(first) instanceof Gap) {
      first++;
    }
    return tokens.get(first).start();
  }

  /** The token before the current one. */
  @Nullable Token previous() {
    return at == 0 ? null : tokens.get(at - 1);
  }

  /** Offset behind the last token taken. */
  int position() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  String text(int start, int end) {
    return text.substring(start, end).strip();
  }

  String text(Token token) {
    return text.substring(token.start(), token.end());
  }

  void skipSpace() {
    while (peek() instanceof Gap gap && gap.space()) {
      at++;
    }
  }

  /** White space and commas. */
  void skipGaps() {
    while (peek() instanceof Gap) {
      at++;
    }
  }

  boolean sees(Role role) {
    return peek() instanceof Keyword word && word.is(role);
  }

  /** Takes a word of this role, with the white space before it, or nothing. */
  @Nullable Keyword accept(Role role) {
    int mark = at;
    skipSpace();
    if (peek() instanceof Keyword word && word.is(role)) {
      at++;
      return word;
    }
    at = mark;
    return null;
  }

  /** Takes all words of these roles. */
  void skip(Role... roles) {
    boolean found = true;
    while (found) {
      found = false;
      for (Role role : roles) {
        found |= accept(role) != null;
      }
    }
  }

  /** Takes what is left of the current plain token up to this offset; the rest stays, as plain. */
  void takeTo(int offset) {
    while (!atEnd() && tokens.get(at).end() <= offset) {
      at++;
    }
    if (!atEnd() && tokens.get(at).start() < offset) {
      Token cut = tokens.get(at);
      tokens.set(at, new Plain(cut.start(), offset));
      tokens.add(at + 1, new Plain(offset, cut.end()));
      at++;
    }
  }

  /** Whether a plain token of Chinese follows without a space: 项目 in 项目管理 is no kind. */
  boolean joinsNext() {
    return peek() instanceof Plain plain && plain.start() == position() && isHan(plain.start());
  }

  /** Whether a quoted string begins here. */
  boolean isQuote(int offset) {
    return offset < text.length() && Tokenizer.QUOTES.indexOf(text.charAt(offset)) >= 0;
  }

  boolean isHan(int offset) {
    return offset < text.length()
        && Character.UnicodeScript.of(text.charAt(offset)) == Character.UnicodeScript.HAN;
  }
}
