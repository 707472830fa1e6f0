package org.opora.api.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * Which facts somebody wants; what any of the four asks for is given.
 *
 * @param files whatever counts in them, whomever it is about
 * @param people whatever is about them under any key they are known by, wherever it counts
 * @param staff whatever is about these members of staff
 * @param centre whether what is about the house is wanted
 * @param from facts that end before this day are left out; null for none
 * @param until facts that begin after this day are left out
 */
public record Wanted(
    Set<CaseFileId> files,
    Set<PersonId> people,
    Set<StaffId> staff,
    boolean centre,
    LocalDate from,
    LocalDate until) {
  public Wanted {
    files = Set.copyOf(files);
    people = Set.copyOf(people);
    staff = Set.copyOf(staff);
  }

  public static Wanted in(Collection<CaseFileId> files, LocalDate from, LocalDate until) {
    return new Wanted(Set.copyOf(files), Set.of(), Set.of(), false, from, until);
  }

  public static Wanted of(Collection<PersonId> people, LocalDate from, LocalDate until) {
    return new Wanted(Set.of(), Set.copyOf(people), Set.of(), false, from, until);
  }

  public Wanted withStaff(Collection<StaffId> more) {
    return new Wanted(files, people, Set.copyOf(more), centre, from, until);
  }

  public Wanted withCentre() {
    return new Wanted(files, people, staff, true, from, until);
  }
}
