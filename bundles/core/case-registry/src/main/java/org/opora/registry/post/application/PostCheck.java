package org.opora.registry.post.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.shared.application.Refusals;

/** What must hold before a line of the book is written. */
record PostCheck(Colleagues colleagues) {
  static final int LONGEST_LINE = 200;
  static final int LONGEST_NOTE = 4000;

  /**
   * @param before the line as it stands, or null for a new one
   * @return the same without blanks around it, and without what does not go with the direction
   */
  NewLetter checked(Viewer viewer, NewLetter letter, Letter before) {
    Direction direction = before == null ? letter.direction() : before.direction();
    boolean incoming = direction == Direction.INCOMING;
    LocalDate day = past(viewer, "passedOn", Refusals.day("passedOn", letter.passedOn()));
    if (letter.channel() == null) {
      throw Refusals.refused("channel", "refused.required");
    }
    if (before != null && before.number().year() != day.getYear()) {
      throw Refusals.refused("passedOn", "post.refused.year", before.number().toString(), day);
    }
    NewLetter checked =
        new NewLetter(
            direction,
            day,
            letter.channel(),
            Refusals.line("party", letter.party(), LONGEST_LINE),
            Refusals.line("matter", letter.matter(), LONGEST_LINE),
            incoming ? null : letter.deliveredOn(),
            incoming ? null : Refusals.optional("proof", letter.proof(), LONGEST_LINE),
            letter.file(),
            Refusals.optional("note", letter.note(), LONGEST_NOTE),
            incoming ? letter.doer() : null,
            incoming ? letter.due() : null,
            incoming ? null : letter.answers());
    delivery(viewer, checked);
    leaving(viewer, checked, before);
    handling(viewer, checked, before);
    return checked;
  }

  private static void delivery(Viewer viewer, NewLetter letter) {
    if (letter.deliveredOn() == null) {
      return;
    }
    past(viewer, "deliveredOn", letter.deliveredOn());
    if (letter.deliveredOn().isBefore(letter.passedOn())) {
      throw Refusals.refused(
          "deliveredOn", "post.refused.delivered", letter.deliveredOn(), letter.passedOn());
    }
  }

  private void handling(Viewer viewer, NewLetter letter, Letter before) {
    LocalDate dueBefore = before == null ? null : before.due();
    if (letter.due() != null
        && !letter.due().equals(dueBefore)
        && letter.due().isBefore(viewer.today())) {
      throw Refusals.refused("due", "refused.task-past", letter.due());
    }
    if (letter.doer() == null) {
      if (letter.due() != null) {
        throw Refusals.refused("doer", "post.refused.doer-missing");
      }
      return;
    }
    // Under another file the letter is another's to open: whoever has it must be able to see that.
    boolean stays =
        before != null
            && letter.doer().equals(before.doer())
            && Objects.equals(letter.file(), before.file());
    if (!stays
        && !letter.doer().equals(viewer.staff())
        && !doers(viewer, letter.file()).contains(letter.doer())) {
      throw Refusals.refused("doer", "post.refused.doer");
    }
  }

  /**
   * A letter that leaves its file belongs to who wrote it and who deals with it: none of them may
   * be somebody whom the file is closed to, and whoever takes it out must keep sight of it.
   */
  private void leaving(Viewer viewer, NewLetter letter, Letter before) {
    if (before == null || before.file() == null || letter.file() != null) {
      return;
    }
    Set<StaffId> owners =
        Stream.of(before.writer(), letter.doer())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (viewer.reach(PostDesk.READ) != Reach.ALL && !owners.contains(viewer.staff())) {
      throw Refusals.refused("file", "post.refused.leaves-sight");
    }
    owners.removeAll(doers(viewer, before.file()));
    // Who cannot sign in any more is shown nothing.
    owners.retainAll(doers(viewer, null));
    if (!owners.isEmpty()) {
      throw Refusals.refused("file", "post.refused.leaves-file");
    }
  }

  /** Who could deal with it: those who may see it. */
  Set<StaffId> doers(Viewer viewer, CaseFileId file) {
    return colleagues.holding(
        viewer, PostDesk.READ, file == null ? null : Subject.of(file), List.of());
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate day) {
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }
}
