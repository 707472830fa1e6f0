package org.opora.api.duties.spi;

import java.util.Objects;
import org.opora.api.text.Text;

/**
 * A dated figure of the law as people read it.
 *
 * @param id stays the same when the figure changes, such as {@code cz.visit.period}; at most 80
 *     characters of the kind {@code [a-z0-9.-]}
 * @param title what the figure is
 * @param value the figure in words
 * @param dated the figure with its validity, paragraph, source and trust mark
 */
public record LawFigure(String id, Text title, Text value, Parameter<?> dated) {
  public LawFigure {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(value);
    Objects.requireNonNull(dated);
  }

  /**
   * The figure, where it stands and until when it holds, free of language: whoever has confirmed it
   * has confirmed this, and nothing that a later pack says instead.
   */
  public String wording() {
    String said = dated.value() + " | " + dated.paragraph();
    return dated.until() == null ? said : said + " | " + dated.until();
  }
}
