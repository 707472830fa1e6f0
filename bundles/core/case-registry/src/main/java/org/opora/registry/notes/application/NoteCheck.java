package org.opora.registry.notes.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.care.application.VisitCheck;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.notes.domain.NotePerson;
import org.opora.registry.notes.persistence.Sight;
import org.opora.registry.shared.application.Refusals;

/** What must hold before a note is written down. */
record NoteCheck(Access access, Viewer viewer, CaseFileId file, NewNote note) {
  static final int LONGEST_CONTENT = 20_000;
  static final int LONGEST_WORDS = 4_000;
  static final int LONGEST_LINE = 200;
  private static final int DAY = 24 * 60;
  private static final String PEOPLE = "people";

  /**
   * @param before whom it concerned so far, with what stays as it is because the viewer does not
   *     see it
   * @return the sub-file of each child of the file
   */
  Map<UUID, UUID> pass(EntityManager em, List<Sight<NotePerson>> before) {
    facts();
    VisitQueries family = new VisitQueries(em);
    Map<UUID, UUID> children = family.childrenOf(file);
    Set<UUID> known = new HashSet<>(children.keySet());
    known.addAll(family.carersOf(file));
    before.stream().filter(one -> one.name() != null).forEach(one -> known.add(one.row().person()));
    for (PersonId person : note.people()) {
      if (!known.contains(person.value())
          && !access.decide(viewer, People.READ, Subject.of(person)).allowed()) {
        throw Refusals.refused(PEOPLE, "refused.visit-stranger");
      }
    }
    for (Sight<NotePerson> one : before) {
      PersonId person = new PersonId(one.row().person());
      boolean unseen = one.name() != null && !one.open();
      if (unseen && (!note.people().contains(person) || note.words().containsKey(person))) {
        throw Refusals.refused(PEOPLE, "refused.note-unseen");
      }
    }
    note.words()
        .forEach(
            (child, words) -> {
              Refusals.line("words-" + child, words, LONGEST_WORDS);
              if (!children.containsKey(child.value()) || !note.people().contains(child)) {
                throw Refusals.refused(PEOPLE, "refused.note-not-a-child");
              }
            });
    return children;
  }

  private void facts() {
    if (note.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    if (Refusals.day("on", note.on()).isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", note.on());
    }
    if (note.minutes() != null && (note.minutes() < 1 || note.minutes() > DAY)) {
      throw Refusals.refused("minutes", "refused.visit-minutes", note.minutes());
    }
    VisitCheck.way(note.travelMinutes(), note.kilometres());
    Refusals.optional("outside", note.outside(), LONGEST_LINE);
    Refusals.optional("spokeWith", note.spokeWith(), LONGEST_LINE);
    if (Refusals.optional("content", note.content(), LONGEST_CONTENT) == null
        && note.words().isEmpty()) {
      throw Refusals.refused("content", "refused.required");
    }
  }
}
