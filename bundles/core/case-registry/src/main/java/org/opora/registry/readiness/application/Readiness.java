package org.opora.registry.readiness.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.PersonName;
import org.opora.registry.readiness.domain.Part;

/**
 * Files drawn by lot, each with its index.
 *
 * @param seed with which anybody draws the same
 * @param among how many files it was drawn from
 * @param left parts that the viewer may not see, and that are looked up in no file
 */
public record Readiness(long seed, LocalDate day, int among, List<Drawn> files, List<Part> left) {
  public Readiness {
    files = List.copyOf(files);
    left = List.copyOf(left);
  }

  /**
   * A file that was drawn.
   *
   * @param index what is asked of it, part by part
   * @param overdue duties of the file that are overdue; null when nothing can be said
   */
  public record Drawn(
      CaseFileId file, String number, String familyName, List<Entry> index, Integer overdue) {
    public Drawn {
      index = List.copyOf(index);
    }

    public List<Entry> missing() {
      return index.stream().filter(entry -> !entry.complete()).toList();
    }
  }

  /**
   * A part of a file.
   *
   * @param needed how many there have to be; 0 where it is only counted
   * @param there how many there are
   * @param last the newest; null where there is none, or it has no day
   * @param without those who have none
   */
  public record Entry(Part part, int needed, int there, LocalDate last, List<PersonName> without) {
    public Entry {
      without = List.copyOf(without);
    }

    public boolean complete() {
      return there >= needed;
    }
  }
}
