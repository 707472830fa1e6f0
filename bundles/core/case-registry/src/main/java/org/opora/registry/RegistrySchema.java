package org.opora.registry;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.registry.aims.persistence.AimTables;
import org.opora.registry.authorities.persistence.AuthorityTables;
import org.opora.registry.care.persistence.CareTables;
import org.opora.registry.complaints.persistence.ComplaintTables;
import org.opora.registry.directory.persistence.DirectoryTables;
import org.opora.registry.disability.persistence.DisabilityTables;
import org.opora.registry.emergency.persistence.EmergencyTables;
import org.opora.registry.exports.persistence.ExportTables;
import org.opora.registry.files.persistence.FileTables;
import org.opora.registry.grant.persistence.GrantTables;
import org.opora.registry.house.persistence.HouseTables;
import org.opora.registry.importing.persistence.ImportTables;
import org.opora.registry.inbox.persistence.InboxTables;
import org.opora.registry.incidents.persistence.IncidentTables;
import org.opora.registry.inspections.persistence.InspectionTables;
import org.opora.registry.intake.persistence.IntakeTables;
import org.opora.registry.kin.persistence.KinTables;
import org.opora.registry.ledgers.persistence.LedgerTables;
import org.opora.registry.legal.persistence.LegalTables;
import org.opora.registry.notes.persistence.NoteTables;
import org.opora.registry.openings.persistence.OpeningTables;
import org.opora.registry.overrides.persistence.OverrideTables;
import org.opora.registry.people.persistence.PeopleTables;
import org.opora.registry.plans.persistence.PlanTables;
import org.opora.registry.post.persistence.PostTables;
import org.opora.registry.safety.persistence.SafetyTables;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.staff.persistence.StaffTables;
import org.opora.registry.standards.persistence.StandardsTables;
import org.opora.registry.story.persistence.StoryTables;
import org.opora.registry.tasks.persistence.TaskTables;
import org.opora.registry.views.persistence.ViewTables;
import org.opora.registry.walls.persistence.WallTables;
import org.osgi.service.component.annotations.Component;

/** The tables of the register, room by room. */
@Component
public final class RegistrySchema implements Schema {
  /** A new room is added here. */
  public static final List<Tables> ROOMS =
      List.of(
          PeopleTables.ROOM,
          SafetyTables.ROOM,
          FileTables.ROOM,
          AimTables.ROOM,
          ViewTables.ROOM,
          PlanTables.ROOM,
          LedgerTables.ROOM,
          AuthorityTables.ROOM,
          StaffTables.ROOM,
          CareTables.ROOM,
          NoteTables.ROOM,
          TaskTables.ROOM,
          KinTables.ROOM,
          LegalTables.ROOM,
          DisabilityTables.ROOM,
          IncidentTables.ROOM,
          PostTables.ROOM,
          ComplaintTables.ROOM,
          InspectionTables.ROOM,
          EmergencyTables.ROOM,
          OpeningTables.ROOM,
          WallTables.ROOM,
          ExportTables.ROOM,
          OverrideTables.ROOM,
          StoryTables.ROOM,
          InboxTables.ROOM,
          ImportTables.ROOM,
          DirectoryTables.ROOM,
          HouseTables.ROOM,
          IntakeTables.ROOM,
          StandardsTables.ROOM,
          GrantTables.ROOM);

  @Override
  public String unit() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Class<?>> entities() {
    return Tables.of(ROOMS, Tables::entities);
  }

  @Override
  public List<String> personColumns() {
    return Tables.of(ROOMS, Tables::people);
  }

  @Override
  public List<String> fileColumns() {
    return Tables.of(ROOMS, Tables::files);
  }
}
