package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.opora.registry.shared.web.Words;

/** How a child is: when it was last seen, and what it said itself. */
final class ChildNews {
  private ChildNews() {}

  static List<News> of(Viewer viewer, CaseFiles.Header header, List<Visits.ChildSeen> lately) {
    Map<PersonId, Visits.ChildSeen> seen =
        lately.stream()
            .collect(
                Collectors.toMap(Visits.ChildSeen::child, Function.identity(), (one, same) -> one));
    return header.children().stream()
        .map(
            child ->
                new News(
                    child.person(),
                    child.name(),
                    Words.age(child.birthDate(), viewer.today()),
                    child.placedOn(),
                    seen.get(child.person())))
        .toList();
  }

  /**
   * @param seen null when nothing is known, or the viewer may not read visits
   */
  public record News(
      PersonId person, PersonName name, Text age, LocalDate placedOn, Visits.ChildSeen seen) {}
}
