package org.opora.registry.authorities.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.authorities.domain.PersonAuthority;
import org.opora.registry.people.domain.Fold;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who gets the report on a family: facts of its people, read through the directory. */
@Component(service = Addressees.class)
public final class FamilyAddressees implements Addressees {
  /** An office that goes on in another one, which goes on in a third: nobody merges oftener. */
  private static final int LONGEST_CHAIN = 10;

  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final CaseFiles files;
  private final Bodies bodies;
  private final AuthoritySeals seals;

  @Activate
  public FamilyAddressees(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference Bodies bodies,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.files = files;
    this.bodies = bodies;
    this.seals = new AuthoritySeals(keys);
  }

  @Override
  public Report report(Viewer viewer, CaseFileId file) {
    CaseFiles.Header header = files.header(viewer, file);
    return tx.read(em -> report(new Circle(em, access, aliases, viewer, header)));
  }

  private Report report(Circle circle) {
    List<Named> children =
        circle.children().stream().map(child -> new Named(child.person(), child.name())).toList();
    List<Named> carers =
        circle.carers().stream().map(carer -> new Named(carer.person(), carer.name())).toList();
    List<Addressee> to = new ArrayList<>();
    carers.forEach(
        carer ->
            to.add(
                new Addressee(
                    carer.person(), null, carer.name().spoken(), null, null, false, children)));
    Map<BodyId, Bodies.Line> lines = lines(circle, carers, children);
    List<Addressee> offices = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    carers.forEach(carer -> add(circle, lines, offices, missing, carer, false));
    children.forEach(child -> add(circle, lines, offices, missing, child, true));
    to.addAll(offices);
    return new Report(to, missing);
  }

  private void add(
      Circle circle,
      Map<BodyId, Bodies.Line> lines,
      List<Addressee> offices,
      List<Missing> missing,
      Named whom,
      boolean child) {
    PersonAuthority row = circle.now(whom.person());
    String agreed = child ? null : circle.agreed();
    if (row == null && agreed == null) {
      missing.add(new Missing(whom, child, Lack.UNKNOWN));
      return;
    }
    if (!circle.told(whom.person())) {
      missing.add(new Missing(whom, child, Lack.NOT_SHOWN));
      return;
    }
    Bodies.Line line =
        row == null || row.body() == null ? null : present(lines, row.body(), circle.today());
    if (line != null && over(line, circle.today())) {
      missing.add(new Missing(whom, child, Lack.GONE));
      return;
    }
    String stated = row == null ? agreed : seals.name(row);
    Addressee office =
        new Addressee(
            null,
            line == null ? null : line.id(),
            line == null ? stated : line.name(),
            line == null ? null : line.town(),
            line == null ? null : line.dataBox(),
            !child,
            child ? List.of(whom) : List.of());
    for (int place = 0; place < offices.size(); place++) {
      if (same(offices.get(place), office)) {
        offices.set(place, both(offices.get(place), office));
        return;
      }
    }
    offices.add(office);
  }

  /**
   * Two towns may have an office of the same name, and what is said of a child must not go to that
   * of another town: a name alone makes one office of those of the carers only.
   */
  private static boolean same(Addressee one, Addressee other) {
    return one.body() != null && other.body() != null
        ? one.body().equals(other.body())
        : one.body() == null
            && other.body() == null
            && carersAlone(one)
            && carersAlone(other)
            && Fold.fold(one.name()).equals(Fold.fold(other.name()));
  }

  private static boolean carersAlone(Addressee one) {
    return one.ofCarers() && one.children().isEmpty();
  }

  private static Addressee both(Addressee one, Addressee other) {
    return new Addressee(
        null,
        one.body(),
        one.name(),
        one.town(),
        one.dataBox(),
        one.ofCarers() || other.ofCarers(),
        Stream.concat(one.children().stream(), other.children().stream()).distinct().toList());
  }

  /** The office that goes on today; null when the directory does not know it. */
  private static Bodies.Line present(Map<BodyId, Bodies.Line> lines, BodyId body, LocalDate today) {
    Bodies.Line line = lines.get(body);
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      if (line == null || !over(line, today) || !lines.containsKey(line.replacedBy())) {
        return line;
      }
      line = lines.get(line.replacedBy());
    }
    return line;
  }

  private static boolean over(Bodies.Line line, LocalDate today) {
    return line.until() != null && line.until().isBefore(today);
  }

  /** The offices, with those that go on in their place. */
  private Map<BodyId, Bodies.Line> lines(Circle circle, List<Named> carers, List<Named> children) {
    Set<BodyId> asked = new HashSet<>();
    for (List<Named> people : List.of(carers, children)) {
      for (Named one : people) {
        PersonId person = one.person();
        PersonAuthority row = circle.now(person);
        if (row != null && row.body() != null) {
          asked.add(row.body());
        }
      }
    }
    Map<BodyId, Bodies.Line> lines = new HashMap<>();
    for (int step = 0; step < LONGEST_CHAIN && !asked.isEmpty(); step++) {
      lines.putAll(bodies.lines(asked));
      Set<BodyId> next = new HashSet<>();
      lines.values().stream()
          .map(Bodies.Line::replacedBy)
          .filter(body -> body != null && !lines.containsKey(body))
          .forEach(next::add);
      asked = next;
    }
    return lines;
  }
}
