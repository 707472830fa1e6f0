package org.opora.registry.incidents.persistence;

import java.util.List;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.IncidentPerson;
import org.opora.registry.incidents.domain.IncidentStaff;
import org.opora.registry.incidents.domain.IncidentStep;
import org.opora.registry.incidents.domain.IncidentVersion;
import org.opora.registry.incidents.domain.SealedWords;
import org.opora.registry.shared.persistence.Tables;

/** The tables of incidents. */
public final class IncidentTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Incident.class,
              IncidentPerson.class,
              IncidentStaff.class,
              IncidentStep.class,
              IncidentVersion.class,
              SealedWords.class),
          List.of("INCIDENT_PERSON.PERSON"),
          List.of("INCIDENT.FILE"));

  private IncidentTables() {}
}
