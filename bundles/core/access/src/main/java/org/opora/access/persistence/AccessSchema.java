package org.opora.access.persistence;

import java.util.List;
import java.util.Set;
import org.opora.access.AccessModule;
import org.opora.access.domain.Account;
import org.opora.access.domain.Alias;
import org.opora.access.domain.Attempt;
import org.opora.access.domain.Factor;
import org.opora.access.domain.FactorReset;
import org.opora.access.domain.FactorRule;
import org.opora.access.domain.HandWall;
import org.opora.access.domain.HandWallStaff;
import org.opora.access.domain.HandWallSubject;
import org.opora.access.domain.Invitation;
import org.opora.access.domain.KnownPermission;
import org.opora.access.domain.LockRule;
import org.opora.access.domain.OtherKey;
import org.opora.access.domain.Pin;
import org.opora.access.domain.RecoveryCode;
import org.opora.access.domain.RelationEntry;
import org.opora.access.domain.Role;
import org.opora.access.domain.RoleChange;
import org.opora.access.domain.RoleGrant;
import org.opora.access.domain.SameSaid;
import org.opora.access.domain.SetUp;
import org.opora.access.domain.StaffSession;
import org.opora.access.domain.Tablet;
import org.opora.access.domain.TabletCode;
import org.opora.access.domain.WallEntry;
import org.opora.api.persistence.spi.Schema;
import org.osgi.service.component.annotations.Component;

/** Tables of access. The audit trail is written with SQL of its own and has no managed classes. */
@Component
public final class AccessSchema implements Schema {
  @Override
  public String unit() {
    return AccessModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        RelationEntry.class,
        WallEntry.class,
        HandWall.class,
        HandWallStaff.class,
        HandWallSubject.class,
        Alias.class,
        SameSaid.class,
        OtherKey.class,
        Account.class,
        Role.class,
        RoleChange.class,
        RoleGrant.class,
        KnownPermission.class,
        Invitation.class,
        Attempt.class,
        StaffSession.class,
        Factor.class,
        RecoveryCode.class,
        FactorReset.class,
        FactorRule.class,
        LockRule.class,
        SetUp.class,
        Tablet.class,
        TabletCode.class,
        Pin.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of(
        "RELATION.SUBJECT",
        "WALL.SUBJECT",
        "HAND_WALL_SUBJECT.SUBJECT",
        "CANONICAL_PERSON.PERSON",
        "CANONICAL_PERSON.CANONICAL",
        "SAME_PERSON.SAID_OF",
        "SAME_PERSON.SAID_WITH",
        "SAME_KEY.PERSON",
        "SAME_KEY.OTHER");
  }

  @Override
  public List<String> fileColumns() {
    return List.of("RELATION.SUBJECT", "WALL.SUBJECT", "HAND_WALL_SUBJECT.SUBJECT");
  }

  @Override
  public Set<String> passing() {
    return Set.of(
        "ATTEMPT",
        "AUDIT_ALARM",
        "AUDIT_EVENT",
        "AUDIT_HEAD",
        "AUDIT_INDEXED",
        "AUDIT_PEAK",
        "AUDIT_SUBJECT",
        "STAFF_SESSION");
  }
}
