package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.persistence.PostRow;
import org.opora.registry.staff.persistence.StaffQueries;

/**
 * To whom a family can be given: colleagues who work here, whose account works and opens files, and
 * whom no wall keeps away. Whoever cannot is left out and never named: besides a wall there is
 * little that could keep a colleague who works here from a family.
 */
public final class Takers {
  private final EntityManager em;
  private final Viewer viewer;
  private final Colleagues colleagues;
  private final Staff staff;

  Takers(EntityManager em, Viewer viewer, Colleagues colleagues, Staff staff) {
    this.em = em;
    this.viewer = viewer;
    this.colleagues = colleagues;
    this.staff = staff;
  }

  /**
   * @param without whoever gives the families away
   * @param day on which they have to be here still: the first one, or the last of a time
   */
  Map<CaseFileId, Choice> of(Collection<CaseFileId> files, StaffId without, LocalDate day) {
    List<Named> named = everybody(without, day);
    Map<CaseFileId, Set<StaffId>> away = new KeptAway(em).of(files, viewer.today());
    Map<CaseFileId, Choice> choices = new HashMap<>();
    for (CaseFileId file : files) {
      Set<StaffId> kept = away.getOrDefault(file, Set.of());
      choices.put(
          file, new Choice(named.stream().filter(one -> !kept.contains(one.staff())).toList()));
    }
    return choices;
  }

  /**
   * @param day on which they have to be here still
   * @param field of the form, for the refusal
   */
  void require(CaseFileId file, StaffId taker, StaffId without, LocalDate day, String field) {
    if (taker == null) {
      throw Refusals.refused(field, "refused.required");
    }
    if (taker.equals(without)) {
      throw Refusals.refused(field, "refused.handover-same");
    }
    if (of(List.of(file), without, day).get(file).can().stream()
        .noneMatch(one -> one.staff().equals(taker))) {
      throw Refusals.refused(field, "refused.cannot-take");
    }
  }

  /**
   * Who holds a working account that opens files and will not have left, by name.
   *
   * @param without left out; null for nobody
   * @param day on which they have to be here still; a day that is over counts as today
   */
  List<Named> everybody(StaffId without, LocalDate day) {
    LocalDate then = day.isBefore(viewer.today()) ? viewer.today() : day;
    Set<StaffId> all = new HashSet<>(colleagues.holding(viewer, CaseFiles.WRITE, null, Set.of()));
    all.remove(without);
    new StaffQueries(em)
        .posts()
        .forEach(
            (key, posts) -> {
              if (posts.stream().allMatch((PostRow post) -> post.over(then))) {
                all.remove(new StaffId(key));
              }
            });
    return staff.names(all).entrySet().stream()
        .map(one -> new Named(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(Named::name, Collator.getInstance(viewer.locale())))
        .toList();
  }

  /** A colleague to choose. */
  public record Named(StaffId staff, String name) {}

  /**
   * @param can who can take the family, by name
   */
  public record Choice(List<Named> can) {}
}
