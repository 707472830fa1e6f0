package org.opora.supervisedcontacts.observations.web;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.observations.domain.Section;

/** Reads the forms of reports. */
record ReportForm(Form form) {
  /** What is typed; a part in which nothing stands is missing. */
  Map<Section, String> words() {
    Map<Section, String> words = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      String typed = form.text(Reports.field(section), Reports.TEXT);
      if (typed != null) {
        words.put(section, typed);
      }
    }
    return words;
  }

  ReportCopies.Wanted copies() {
    if (form.checked("more") && form.raw("moreWhy").isEmpty()) {
      form.error("moreWhy", "form.required");
    }
    return new ReportCopies.Wanted(
        new LinkedHashSet<>(form.all("to")),
        form.line("court"),
        form.checked("more") ? form.raw("moreWhy") : null);
  }
}
