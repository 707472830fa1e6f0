package org.opora.registry.register;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.opora.api.documents.Printing;

/** Keeps what would be printed; that it becomes a PDF is tested where PDFs are made. */
public final class PaperTray implements Printing {
  private Paper last;

  @Override
  public byte[] pdf(Paper paper) {
    last = paper;
    return paper.title().getBytes(StandardCharsets.UTF_8);
  }

  public Paper last() {
    return last;
  }

  /** Cells of all tables of the last paper, row by row, divided by a bar. */
  public List<String> rows() {
    return last.parts().stream()
        .filter(Grid.class::isInstance)
        .map(Grid.class::cast)
        .flatMap(grid -> grid.rows().stream())
        .map(
            row ->
                row.stream().map(cell -> cell == null ? "" : cell).collect(Collectors.joining("|")))
        .toList();
  }
}
