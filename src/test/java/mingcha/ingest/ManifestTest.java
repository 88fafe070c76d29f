package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import mingcha.interpret.Hints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestTest {
  @TempDir Path folder;
  private Path tsv;

  @BeforeEach
  void name() {
    tsv = folder.resolve("m.tsv");
  }

  @Test
  void columnsComeInAnyOrderAndEmptyCellsSayNothing() throws IOException {
    Files.writeString(
        tsv, "\uFEFFyear\tfile\tpublished\r\n2023\ta\\b.txt\t\r\n\r\n\tc.txt\t2024-08-30");
    Manifest manifest = Manifest.read(tsv);
    assertEquals(new Hints(null, null, null, null, 2023, null), manifest.of("a/b.txt"));
    assertEquals(
        new Hints(null, LocalDate.of(2024, 8, 30), null, null, null, null), manifest.of("c.txt"));
    assertEquals(null, manifest.of("d.txt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          file,yaer;a,2023           | line 1, column 'yaer': not a column; there are file published publisher region type url year
          url,year;a,2023            | line 1, column 'file': missing
          file,year,year;a,1,2       | line 1, column 'year': named twice
          file,year;a,23             | line 2, column 'year': a year like 2023 expected, not '23'
          file,published;;a,30.8.24  | line 3, column 'published': a date like 2024-08-30 expected, not '30.8.24'
          file,region;a,晋城          | line 2, column 'region': six digits of GB/T 2260 expected, not '晋城'
          file,url;a,www.x.cn        | line 2, column 'url': an address like https://example.cn/a expected, not 'www.x.cn'
          file,url;a,javascript:x()  | line 2, column 'url': an address like https://example.cn/a expected, not 'javascript:x()'
          file  year;a  2023         | line 1, column 'file  year': one column; tabs are to part them, not commas or spaces
          file,year;,2023            | line 2, column 'file': empty
          file;a;a                   | line 3, column 'file': 'a' is on line 2 already
          file;a,b                   | line 2, column '2': 2 cells, but the first line names 1 columns
          """)
  void mistakesAreNamedByLineAndColumn(String text, String expected) throws IOException {
    Files.writeString(tsv, text.replace(',', '\t').replace(';', '\n'));
    IngestProblem problem = assertThrows(IngestProblem.class, () -> Manifest.read(tsv));
    assertEquals(tsv + " " + expected, problem.getMessage());
  }

  @Test
  void anotherEncodingIsNamed() throws IOException {
    Files.write(tsv, "file\tpublisher\na\t某局".getBytes(Charset.forName("GB18030")));
    IngestProblem problem = assertThrows(IngestProblem.class, () -> Manifest.read(tsv));
    assertEquals("the manifest " + tsv + " is not UTF-8", problem.getMessage());
  }

  @Test
  void aMissingOrEmptyOneIsSaid() throws IOException {
    assertEquals(
        "there is no manifest " + tsv,
        assertThrows(IngestProblem.class, () -> Manifest.read(tsv)).getMessage());
    Files.createFile(tsv);
    assertEquals(
        "the manifest " + tsv + " is empty",
        assertThrows(IngestProblem.class, () -> Manifest.read(tsv)).getMessage());
  }
}
