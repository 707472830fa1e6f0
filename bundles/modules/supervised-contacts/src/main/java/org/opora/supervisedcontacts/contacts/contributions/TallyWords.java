package org.opora.supervisedcontacts.contacts.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.Tally;

/** A tally in lines of words, the same wherever it is read; what is none has no line. */
record TallyWords(Messages messages) {
  List<String> lines(Tally tally, Locale language) {
    List<String> lines = new ArrayList<>();
    lines.add(say(language, "report.planned", tally.planned()));
    lines.add(say(language, "report.held", tally.held()));
    add(lines, language, "report.stopped", tally.stopped());
    for (CancelledBy who : CancelledBy.values()) {
      if (tally.cancelledBy(who) > 0) {
        lines.add(
            say(
                language,
                "report.cancelled",
                tally.cancelledBy(who),
                say(language, "cancelled-by." + who)));
      }
    }
    add(lines, language, "report.no-show", tally.parentNoShow());
    add(lines, language, "report.child-away", tally.childAway());
    add(lines, language, "report.open", tally.open());
    add(lines, language, "report.made-up", tally.madeUpFor());
    return lines;
  }

  private void add(List<String> lines, Locale language, String key, int many) {
    if (many > 0) {
      lines.add(say(language, key, many));
    }
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}
