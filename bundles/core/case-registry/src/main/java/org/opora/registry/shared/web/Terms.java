package org.opora.registry.shared.web;

import java.util.Collection;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;

/** Entries of the centre's lists as a form offers them. */
public final class Terms {
  private Terms() {}

  public static List<Choice> choices(Viewer viewer, Collection<Choices.Term> terms) {
    return terms.stream()
        .map(term -> new Choice(term.code(), term.words().in(viewer.locale())))
        .toList();
  }
}
