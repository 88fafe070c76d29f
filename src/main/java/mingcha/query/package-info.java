/**
 * A sentence in, a {@link mingcha.query.Question} out: 执行率低于60%的消费券项目 becomes a kind, what it must
 * be about, and a condition on a figure. Start at {@link mingcha.query.QuestionParser#parse}.
 *
 * <p>The tokenizer commits to nothing: it cuts the sentence at the longest metric, division, year,
 * number and word of {@code words.tsv}. The grammars ({@code ConditionGrammar}, {@code
 * PredicateGrammar}, {@code OrderGrammar}, …), each with its EBNF, take the tokens they can use;
 * Chinese and English differ in words only. What no production took is joined again to the words it
 * stood among, and {@code Phrases} gives those their place by what stands beside them. What was not
 * understood stays in {@code leftover}, what is senseless in {@code problems}: both are shown.
 *
 * <p>{@link mingcha.query.Interpretation} is the question as the asker sees it, on the wire and as
 * a sentence, Chinese or English, that reads back as the same question; {@link
 * mingcha.query.Overrides} puts the chosen filters over it. Adding a word is a line in {@code
 * words.tsv}. Knows nothing of Lucene.
 */
@NullMarked
package mingcha.query;

import org.jspecify.annotations.NullMarked;
