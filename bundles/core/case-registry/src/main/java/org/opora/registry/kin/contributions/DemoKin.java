package org.opora.registry.kin.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.people.NewPerson;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Parents and a grandmother of some children, couples among the carers, and a child whose father is
 * in dispute: the one rule that somebody went on against.
 */
@Component
public final class DemoKin implements DemoChapter {
  private static final int FAMILIES = 12;
  private static final int PARENT = 27;
  private static final int GRANDPARENT = 55;
  private static final List<String[]> NAMES =
      List.of(
          new String[] {"Renata Bílá", "Ivo Bílý", "Květa Bílá"},
          new String[] {"Soňa Tichá", "Radek Tichý", "Jarmila Tichá"},
          new String[] {"Iveta Krátká", "Milan Krátký", "Olga Krátká"},
          new String[] {"Nikola Hladká", "Denis Hladký", "Emilie Hladká"});
  private static final Terms PLAIN = new Terms(new Days(null, null), null, null, null);
  private static final Because IN_DISPUTE =
      new Because(Reason.AUTHORITY_DECISION, "Běží řízení o popření otcovství.");
  private final KinDesk kin;

  @Activate
  public DemoKin(@Reference KinDesk kin) {
    this.kin = kin;
  }

  @Override
  public String id() {
    return "kin";
  }

  @Override
  public void write(DemoCast cast) {
    for (int number = 0; number < Math.min(FAMILIES, cast.families().size()); number++) {
      family(
          cast.director(), cast.family(number), NAMES.get(number % NAMES.size()), number % 3 == 0);
    }
    cast.families().stream()
        .filter(family -> !family.children().isEmpty())
        .findFirst()
        .ifPresent(family -> dispute(cast.director(), family));
  }

  private void family(Viewer director, InForce family, String[] names, boolean grandmother) {
    if (family.carers().size() == 2) {
      tie(
          director,
          family,
          family.carers().get(0).person(),
          family.carers().get(1).person(),
          Role.SPOUSE);
    }
    if (family.children().isEmpty()) {
      return;
    }
    Child eldest = family.children().get(0);
    PersonId mother = newcomer(director, family, eldest, names[0], PARENT, Role.PARENT);
    newcomer(director, family, eldest, names[1], PARENT + 3, Role.PARENT);
    if (grandmother) {
      newcomer(director, family, eldest, names[2], GRANDPARENT, Role.GRANDPARENT);
    }
    for (Child other : family.children().subList(1, family.children().size())) {
      tie(director, family, other.person(), mother, Role.PARENT);
      tie(director, family, other.person(), eldest.person(), Role.HALF_SIBLING);
    }
  }

  private void dispute(Viewer director, InForce family) {
    Child eldest = family.children().get(0);
    kin.tie(
        director,
        eldest.person(),
        new NewTie(
            Role.PARENT,
            null,
            NewPerson.named("Igor", "Sporný", eldest.birthDate().minusYears(PARENT)),
            family.file(),
            new Terms(new Days(null, null), null, null, IN_DISPUTE)));
  }

  /** The register finds the newcomer again among the relatives. */
  private PersonId newcomer(
      Viewer director, InForce family, Child child, String name, int older, Role role) {
    LocalDate born = child.birthDate().minusYears(older);
    String[] parts = name.split(" ");
    UUID tie =
        kin.tie(
            director,
            child.person(),
            new NewTie(
                role, null, NewPerson.named(parts[0], parts[1], born), family.file(), PLAIN));
    Relative relative = kin.one(director, child.person(), tie);
    return relative.person();
  }

  private void tie(Viewer director, InForce family, PersonId person, PersonId relative, Role role) {
    kin.tie(director, person, new NewTie(role, relative, null, family.file(), PLAIN));
  }
}
