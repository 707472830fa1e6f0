package org.opora.registry.authorities.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Carer;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.registry.authorities.application.AuthorityDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which authority is competent for the carers and the children of some families: one from the
 * directory, one that the directory does not have, and now and then a child of whom it is not
 * known.
 */
@Component
public final class DemoAuthorities implements DemoChapter {
  private static final int FAMILIES = 8;
  private static final String HERE = "Městský úřad Příkladov, OSPOD";
  private static final String ELSEWHERE = "Městský úřad Dalekov, OSPOD";
  private final AuthorityDesk authorities;
  private final Bodies bodies;

  @Activate
  public DemoAuthorities(@Reference AuthorityDesk authorities, @Reference Bodies bodies) {
    this.authorities = authorities;
    this.bodies = bodies;
  }

  /** After the directory, from which the office is taken. */
  @Override
  public String id() {
    return "person-authorities";
  }

  @Override
  public void write(DemoCast cast) {
    List<Bodies.Line> known = bodies.find(cast.director(), HERE, 1);
    BodyId here = known.isEmpty() ? null : known.get(0).id();
    int families = Math.min(FAMILIES, cast.families().size());
    for (int number = 0; number < families; number++) {
      family(cast.director(), cast.family(number), here, number);
    }
  }

  private void family(Viewer director, InForce family, BodyId here, int number) {
    for (Carer carer : family.carers()) {
      state(director, family, carer.person(), here, HERE);
    }
    List<Child> children = family.children();
    for (int child = 0; child < children.size(); child++) {
      switch ((number + child) % 4) {
        case 1 -> state(director, family, children.get(child).person(), null, ELSEWHERE);
        case 3 -> {}
        default -> state(director, family, children.get(child).person(), here, HERE);
      }
    }
  }

  private void state(Viewer director, InForce family, PersonId person, BodyId office, String name) {
    LocalDate since = director.today().minusYears(1).withDayOfYear(1);
    authorities.state(director, family.file(), person, office, name, since);
  }
}
