package org.opora.registry.register;

import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.timeline.Timeline;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.FileDoor;
import org.opora.registry.story.persistence.TimelineQueries;
import org.opora.registry.story.persistence.TimelineRow;

/** Children who leave a family, for another one or for none. */
final class Moves {
  private static final LocalDate OPENED = LocalDate.of(2026, 1, 10);
  private final Register register;
  private final Viewer director;

  Moves(Register register, Viewer director) {
    this.register = register;
    this.director = director;
  }

  /** A family without an agreement, which closes with everybody in it. */
  Family accompanied(Viewer worker, String name) {
    PersonId mother = register.person(director, "Hana", name, LocalDate.of(1985, 2, 3));
    PersonId child = register.person(director, "Jan", name, LocalDate.of(2017, 3, 4));
    CaseFileId file =
        register.files.open(director, new NewFile(FileKind.FAMILY, null, name, OPENED));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    register.placements.place(director, file, child, OPENED, null);
    register.files.assign(director, file, worker.staff(), null, OPENED);
    return new Family(file, mother, child);
  }

  void close(Family family) {
    register.files.close(
        director,
        family.file(),
        register.files.cover(director, family.file()).version(),
        director.today(),
        ClosingReason.CLIENT_ENDED);
  }

  /** The child leaves on that day, wherever it goes. */
  void leaves(Family family, LocalDate lastDay) {
    register.placements.end(
        director, register.placements.of(director, family.file()).get(0).id(), lastDay);
  }

  /** The child lives with another family from today on. */
  void to(Family former, Family next) {
    leaves(former, TODAY.minusDays(1));
    register.placements.place(director, next.file(), former.child(), TODAY, null);
  }

  /** Of these kinds, how often the story of the file tells the viewer. */
  List<String> story(Viewer viewer, CaseFileId file, List<String> kinds) {
    return register.timeline.of(viewer, file, null, 100).items().stream()
        .map(Timeline.Entry::kind)
        .filter(kinds::contains)
        .sorted()
        .toList();
  }

  /** The same of what is news for the viewer. */
  List<String> news(Viewer viewer, List<String> kinds) {
    return register.timeline.recent(viewer, 100).stream()
        .map(one -> one.entry().kind())
        .filter(kinds::contains)
        .sorted()
        .toList();
  }

  /** Where the entries of the story lead, whichever bundles are here. */
  List<String> links(Viewer viewer, CaseFileId file, String kind) {
    return register.tx.read(
        em ->
            new TimelineQueries(em)
                    .page(
                        new FileDoor(em, register.access.access())
                            .require(viewer, Visits.READ, file),
                        List.of(Visits.READ),
                        null,
                        100)
                    .items()
                    .stream()
                    .filter(row -> row.kind().equals(kind))
                    .map(TimelineRow::href)
                    .toList());
  }
}
