package org.opora.registry.kin.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.kin.domain.Days;

/**
 * Where a person lives or lived, as people and never as a place.
 *
 * @param household null for what follows from a placement
 * @param name null where it has none, and where the viewer may not know it: they may not see
 *     everybody in it and it is of no file of theirs, or a wall stands before somebody in it
 * @param nameable whether the viewer may know the name, and give one
 * @param file in whose work it was written, or whose placement it follows from; null when there is
 *     none the viewer may see
 * @param lodgers the person first
 */
public record Home(
    UUID household,
    long version,
    String name,
    boolean nameable,
    CaseFileId file,
    String fileNumber,
    List<Lodger> lodgers) {
  public Home {
    lodgers = List.copyOf(lodgers);
  }

  /**
   * @param member key of the row; null for what follows from a placement
   * @param person key under which the viewer opens them; null when they may not see them
   * @param own whether it is the person who was asked for
   */
  public record Lodger(
      UUID member,
      long version,
      PersonId self,
      PersonId person,
      PersonName name,
      Days days,
      boolean own,
      Relative.StruckOut struck) {
    public boolean hidden() {
      return person == null;
    }

    public boolean on(LocalDate day) {
      return struck == null && days.on(day);
    }
  }

  public boolean derived() {
    return household == null;
  }

  /** Whether the person who was asked for lived there on that day. */
  public boolean on(LocalDate day) {
    return lodgers.stream().anyMatch(one -> one.own() && one.on(day));
  }

  /** Who lived there on that day besides the person. */
  public List<Lodger> others(LocalDate day) {
    return lodgers.stream().filter(one -> !one.own() && one.on(day)).toList();
  }
}
