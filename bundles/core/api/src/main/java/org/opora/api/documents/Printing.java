package org.opora.api.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** Makes papers of what bundles have to say: data in, PDF/A with tags out. */
@ProviderType
public interface Printing {
  /**
   * Takes its turn and takes its time: never within a transaction.
   *
   * @throws org.opora.api.faults.Refused when there is something in it that cannot stand on paper
   */
  byte[] pdf(Paper paper);

  /**
   * @param language of all its words
   * @param head lines above the title, the first one the name of the centre
   */
  record Paper(Locale language, List<String> head, String title, List<Part> parts) {
    public Paper {
      Objects.requireNonNull(language);
      Objects.requireNonNull(title);
      head = List.copyOf(head);
      parts = List.copyOf(parts);
    }
  }

  /** A part of a paper. */
  sealed interface Part {}

  /** A heading below the title. */
  record Heading(String words) implements Part {}

  /** A paragraph. */
  record Words(String words) implements Part {}

  /**
   * A table whose first column names the rows.
   *
   * @param columns above all columns, also the first one
   * @param rows as wide as the columns; null leaves a cell empty
   */
  record Grid(String caption, List<String> columns, List<List<String>> rows) implements Part {
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
    }
  }
}
