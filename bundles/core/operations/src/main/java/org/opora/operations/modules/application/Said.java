package org.opora.operations.modules.application;

import java.util.Locale;
import org.opora.api.text.Text;
import org.opora.operations.shared.Words;

/** The sentence after a change. */
public final class Said {
  private Said() {}

  public static Text of(Plan plan, Locale locale) {
    String title = plan.title().in(locale);
    if (plan.nothing()) {
      return Words.of("said.nothing", title, plan.to());
    }
    return switch (plan.change()) {
      case INSTALL -> Words.of("said.installed", title, plan.to());
      case UPDATE -> Words.of("said.updated", title, plan.from(), plan.to());
      case REMOVE -> Words.of("said.removed", title);
    };
  }
}
