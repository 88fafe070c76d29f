/**
 * Routes, JSON and pages: the questions of the public come in here.
 *
 * <p>{@link mingcha.serve.Server#start} is the door. A {@code Route} is a path with the parameters
 * it knows, so that an unknown one is refused in one place and {@code openapi.json} can be held
 * against what is really served. {@code SearchApi} asks the index, {@code DisclosureApi} the store,
 * {@code PageApi} for pictures of pages (a {@code PageDrawer} draws them elsewhere, {@code
 * PageCache} keeps them), {@code LinesApi} for lines of a text, {@code AlertApi} saves questions
 * and {@code Feeds} tells what is new, {@code Operations} says how the server is, {@code Site}
 * hands out the web front end from the class path, {@code Pages} fills its page in for those who
 * run no script, and {@code Crawl} tells programs what there is to visit. Whatever goes wrong
 * leaves as an RFC 9457 problem that names it ({@code ApiProblem}).
 *
 * <p>Everything that disclosures say is untrusted text: it leaves as JSON, the front end shows it
 * as text nodes, and the content security policy allows no script but our own.
 */
@NullMarked
package mingcha.serve;

import org.jspecify.annotations.NullMarked;
