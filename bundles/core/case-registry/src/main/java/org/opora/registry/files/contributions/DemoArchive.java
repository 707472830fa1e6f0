package org.opora.registry.files.contributions;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files that are put away: one so old that it may go, one that is to stay, and one taken back. */
@Component
public final class DemoArchive implements DemoChapter {
  private final People people;
  private final CaseFiles files;
  private final Placements placements;
  private final ArchiveDesk archive;

  @Activate
  public DemoArchive(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Placements placements,
      @Reference ArchiveDesk archive) {
    this.people = people;
    this.files = files;
    this.placements = placements;
    this.archive = archive;
  }

  @Override
  public String id() {
    return "archive";
  }

  @Override
  public void write(DemoCast cast) {
    // The child of it is of age long since, and its years are over.
    away(cast, "Dvorských", "Alena", "Dvorská", "Jakub Dvorský", 17, 15);
    away(cast, "Rybovi", "Marta", "Rybová", "Tereza Rybová", 4, 11);
    CaseFileId back = away(cast, "Kubátovi", "Lenka", "Kubátová", "Ondřej Kubát", 3, 14);
    Viewer director = cast.director();
    archive.bringBack(
        director, back, version(director, back), "Ondřej chce vědět, co v jeho spisu stojí.");
  }

  /**
   * @param closed years ago
   * @param age of the child on that day
   */
  private CaseFileId away(
      DemoCast cast, String name, String given, String family, String child, int closed, int age) {
    Viewer director = cast.director();
    LocalDate last = director.today().minusYears(closed).withMonth(3).withDayOfMonth(14);
    LocalDate since = last.minusYears(2);
    CaseFileId file = files.open(director, new NewFile(FileKind.FAMILY, null, name, since));
    PersonId parent = register(director, given, family, last.minusYears(38));
    files.join(director, file, parent, FileKind.FAMILY.roles().get(0), since);
    String[] called = child.split(" ");
    PersonId youngest = register(director, called[0], called[1], last.minusYears(age));
    placements.place(director, file, youngest, since, null);
    files.close(director, file, files.cover(director, file).version(), last, ClosingReason.AIM_MET);
    ArchiveDesk.Stay stay = stay(director, file);
    archive.archive(director, file, stay.version(), stay.code());
    return file;
  }

  private PersonId register(Viewer director, String given, String family, LocalDate born) {
    return people.register(director, NewPerson.named(given, family, born));
  }

  private long version(Viewer director, CaseFileId file) {
    return stay(director, file).version();
  }

  /** Without the law of a country nobody knows how long a file is kept; the chapter waits. */
  private ArchiveDesk.Stay stay(Viewer director, CaseFileId file) {
    return archive
        .stay(director, file)
        .filter(one -> one.code() != null)
        .orElseThrow(() -> Refusals.refused("class", "refused.archive-class"));
  }
}
