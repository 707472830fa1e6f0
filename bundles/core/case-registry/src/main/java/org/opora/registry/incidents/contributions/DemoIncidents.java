package org.opora.registry.incidents.contributions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.PersonId;
import org.opora.registry.incidents.application.IncidentDesk;
import org.opora.registry.incidents.application.NewIncident;
import org.opora.registry.incidents.application.NewStep;
import org.opora.registry.incidents.domain.How;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.domain.Told;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An injury that is dealt with, and a child that came home late and still asks for measures. */
@Component
public final class DemoIncidents implements DemoChapter {
  private final IncidentDesk incidents;

  @Activate
  public DemoIncidents(@Reference IncidentDesk incidents) {
    this.incidents = incidents;
  }

  @Override
  public String id() {
    return "incidents";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate injured = cast.today().minusDays(33);
    InForce family = cast.family(4);
    Viewer worker = cast.worker(family);
    UUID injury =
        incidents.open(
            cast.director(),
            family.file(),
            new NewIncident(
                Kind.INJURY,
                injured,
                LocalTime.of(15, 20),
                "hřiště u školy",
                "Při hře spadlo z prolézačky a odřelo si loket. Ošetřeno na místě.",
                null,
                Map.of(child(family), Part.HURT),
                Set.of(worker.staff())));
    incidents.step(
        cast.director(),
        injury,
        new NewStep(
            injured,
            null,
            worker.staff(),
            "Zavoláno pěstounce, s dítětem vše probráno.",
            Told.CARER,
            null,
            How.PHONE));
    incidents.measures(
        cast.director(),
        injury,
        version(cast, injury),
        "Na hřišti bude při akcích druhý dospělý.",
        null,
        null);
    incidents.close(cast.director(), injury, version(cast, injury));
    InForce other = cast.family(9);
    incidents.open(
        cast.director(),
        other.file(),
        new NewIncident(
            Kind.MISSING,
            cast.today().minusDays(2),
            LocalTime.of(20, 0),
            "cesta ze školy",
            "Vrátilo se o dvě hodiny později, než bylo domluveno. Bylo u spolužáka.",
            null,
            Map.of(child(other), Part.PRESENT),
            Set.of()));
  }

  private long version(DemoCast cast, UUID incident) {
    return incidents.view(cast.director(), incident).version();
  }

  private static PersonId child(InForce family) {
    return family.children().get(0).person();
  }
}
