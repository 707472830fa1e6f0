package org.opora.documents.templates.application;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.text.Text;
import org.opora.documents.templates.domain.TemplateFault;

/** Everything that keeps a template outside. Checked: whoever brought it is told all of it. */
public final class TemplateFaults extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Text> texts;

  /**
   * @param why no document of Word; null unless that is what is wrong
   */
  TemplateFaults(List<TemplateFault> faults, Text why) {
    super(faults.size() + " faults");
    List<Text> all = new ArrayList<>();
    faults.forEach(fault -> all.add(fault.text()));
    if (why != null) {
      all.add(why);
    }
    texts = List.copyOf(all);
  }

  /** A sentence each, with its place. */
  public List<Text> texts() {
    return texts;
  }
}
