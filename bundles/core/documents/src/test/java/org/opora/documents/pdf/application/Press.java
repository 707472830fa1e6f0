package org.opora.documents.pdf.application;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.documents.Printing;

/** Prints papers of other bundles as the house does, and says whether one can rely on them. */
public final class Press implements Printing, AutoCloseable {
  /** Every letter with an accent of the two languages that have them. */
  public static final String CZECH = Pages.CZECH;

  public static final String POLISH = Pages.POLISH;

  private final PdfMaker maker;
  private final PaperPrinter printer;
  private Paper last;

  public Press() throws IOException {
    maker = new PdfMaker();
    printer = new PaperPrinter(maker);
  }

  @Override
  public byte[] pdf(Paper paper) {
    last = paper;
    return printer.pdf(paper);
  }

  /**
   * What came out is PDF/A-2b and PDF/UA-1 to veraPDF, without a finding, and says every word that
   * was to be said.
   *
   * @param pdf what was printed last
   * @return what was to be printed
   */
  public Paper proof(byte[] pdf) throws Exception {
    Verified.keepsBothPromises(pdf);
    Verified.saysEveryWord(pdf, said());
    return last;
  }

  /** Everything that stands on the paper. */
  public List<String> said() {
    return Stream.concat(
            Stream.concat(last.head().stream(), Stream.of(last.title())),
            last.parts().stream().flatMap(Press::said))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<String> said(Part part) {
    if (part instanceof Heading heading) {
      return Stream.of(heading.words());
    }
    if (part instanceof Words words) {
      return Stream.of(words.words());
    }
    Grid grid = (Grid) part;
    return Stream.concat(
        Stream.concat(Stream.of(grid.caption()), grid.columns().stream()),
        grid.rows().stream().flatMap(List::stream));
  }

  @Override
  public void close() throws IOException {
    maker.close();
  }
}
