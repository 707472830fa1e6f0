package org.opora.duties.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.evidence.Evidence;
import org.opora.api.module.Modules;
import org.opora.api.module.spi.Module;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Who brings evidence into the house. A rule is counted only where something brings what it is
 * counted from: otherwise the whole centre would be called late for what it cannot even write down.
 */
@Component(service = Sources.class)
public class Sources {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Module> here = List.of();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Modules all;

  /** For the container. */
  public Sources() {}

  /**
   * With these bundles and no other.
   *
   * @param all null where nobody knows of modules that are gone
   */
  public Sources(List<Module> here, Modules all) {
    this.here = List.copyOf(here);
    this.all = all;
  }

  /** As it is at this moment; a question for each module that is not here. */
  Now now(Evidence evidence, ZoneId zone) {
    Set<String> brought = new HashSet<>();
    here.forEach(module -> brought.addAll(module.evidence()));
    Map<String, List<Days>> silent = new HashMap<>();
    Modules known = all;
    for (Modules.Info gone : known == null ? List.<Modules.Info>of() : known.all()) {
      if (absent(gone.state())) {
        for (String kind : evidence.kindsOf(gone.id())) {
          if (brought.add(kind) && silences(gone)) {
            add(silent, kind, new Days(gone.since().atZone(zone).toLocalDate(), null));
          }
        }
      }
    }
    for (Modules.Away away : known == null ? List.<Modules.Away>of() : known.away()) {
      days(away, zone)
          .ifPresent(
              days -> onlyBy(away.module(), evidence).forEach(kind -> add(silent, kind, days)));
    }
    return new Now(Set.copyOf(brought), Map.copyOf(silent));
  }

  /** Modules that are not here and have written evidence; a question for each that is not here. */
  List<Modules.Info> gone(Evidence evidence) {
    Modules known = all;
    return known == null
        ? List.of()
        : known.all().stream()
            .filter(one -> absent(one.state()) && !evidence.kindsOf(one.id()).isEmpty())
            .toList();
  }

  private static void add(Map<String, List<Days>> silent, String kind, Days days) {
    silent.computeIfAbsent(kind, first -> new ArrayList<>()).add(days);
  }

  /**
   * The days of an absence that is over: on the day on which it came something was written down.
   */
  private static Optional<Days> days(Modules.Away away, ZoneId zone) {
    if (away.until() == null) {
      return Optional.empty();
    }
    LocalDate last = away.until().atZone(zone).toLocalDate().minusDays(1);
    LocalDate from = away.from() == null ? LocalDate.MIN : away.from().atZone(zone).toLocalDate();
    return last.isBefore(from) ? Optional.empty() : Optional.of(new Days(from, last));
  }

  /** What this module brings and nobody else who is here. */
  private Set<String> onlyBy(String module, Evidence evidence) {
    Set<String> own = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Module one : here) {
      (one.id().equals(module) ? own : others).addAll(one.evidence());
    }
    if (own.isEmpty()) {
      own.addAll(evidence.kindsOf(module));
    }
    own.removeAll(others);
    return own;
  }

  private static boolean absent(Modules.State state) {
    return state != Modules.State.READY && state != Modules.State.AVAILABLE;
  }

  /** One that is being exchanged is back before anybody has missed anything. */
  private static boolean silences(Modules.Info gone) {
    return gone.state() != Modules.State.CHANGING && gone.since() != null;
  }

  /**
   * @param brought kinds that are written down, or were by a module that is gone
   * @param silent the days on which nothing of a kind was written down, for those of which it is so
   */
  record Now(Set<String> brought, Map<String, List<Days>> silent) {
    boolean brings(String kind) {
      return brought.contains(kind);
    }

    /** The days on which nobody knows whether something of one of these kinds happened. */
    List<Days> away(Collection<String> kinds) {
      return kinds.stream()
          .map(silent::get)
          .filter(Objects::nonNull)
          .flatMap(List::stream)
          .toList();
    }

    /**
     * @param movedIn the day the file came from former records; null when it began here
     */
    Silence silence(LocalDate movedIn, Collection<String> kinds) {
      return new Silence(
          Stream.concat(Silence.before(movedIn).days().stream(), away(kinds).stream()).toList());
    }
  }
}
