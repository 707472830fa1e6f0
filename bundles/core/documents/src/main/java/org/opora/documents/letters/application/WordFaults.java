package org.opora.documents.letters.application;

import java.util.List;
import org.opora.api.text.Text;

/** Everything that is wrong with the fields of a letter. Checked: whoever wrote it is told all. */
public final class WordFaults extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Text> texts;

  WordFaults(List<Text> texts) {
    super(texts.size() + " faults");
    this.texts = List.copyOf(texts);
  }

  /** A sentence each, with its place. */
  public List<Text> texts() {
    return texts;
  }
}
