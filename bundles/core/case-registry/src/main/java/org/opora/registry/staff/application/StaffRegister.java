package org.opora.registry.staff.application;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;
import org.opora.registry.staff.domain.StaffMember;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members of staff. Few, so that lists are not paged. */
@Component(service = Staff.class)
public final class StaffRegister implements Staff {
  private static final int NAME = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Accounts accounts;

  @Activate
  public StaffRegister(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Accounts accounts) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.accounts = accounts;
  }

  @Override
  public List<Member> all(Viewer viewer) {
    access.require(viewer, READ);
    return tx.read(
        em ->
            em
                .createQuery("SELECT s FROM StaffMember s", StaffMember.class)
                .getResultList()
                .stream()
                .map(StaffRegister::member)
                .sorted(Comparator.comparing(Member::name, Collator.getInstance(viewer.locale())))
                .toList());
  }

  @Override
  public Member member(Viewer viewer, StaffId staff) {
    access.require(viewer, READ);
    return tx.read(em -> member(Held.load(em, StaffMember.class, staff.value())));
  }

  @Override
  public Map<StaffId, String> names(Collection<StaffId> staff) {
    return tx.read(
        em -> {
          Map<StaffId, String> names = new HashMap<>();
          Chunks.ask(
                  Chunks.values(staff),
                  some ->
                      Sql.query(
                          em,
                          Clause.of(
                                  "SELECT s.ID, s.FULL_NAME FROM CASE_REGISTRY.STAFF_MEMBER s WHERE ")
                              .then(Clause.in("s.ID", some)),
                          row -> Map.entry(new StaffId(Sql.key(row, 1)), row.getString(2))))
              .forEach(row -> names.put(row.getKey(), row.getValue()));
          return names;
        });
  }

  @Override
  public StaffId add(Viewer viewer, String name) {
    access.require(viewer, WRITE);
    String line = Refusals.line("name", name, NAME);
    return tx.required(
        em -> {
          StaffId staff = StaffId.next();
          em.persist(new StaffMember(staff.value(), line));
          audit.wrote(viewer, "staff.added", List.of(), "staff=" + staff);
          return staff;
        });
  }

  @Override
  public void enter(StaffId staff, String name) {
    String line = Refusals.line("name", name, NAME);
    tx.run(
        em -> {
          if (em.find(StaffMember.class, staff.value()) == null) {
            em.persist(new StaffMember(staff.value(), line));
            audit.noted(staff, "staff.entered", "");
          }
        });
  }

  @Override
  public void rename(Viewer viewer, StaffId staff, long version, String name) {
    access.require(viewer, WRITE);
    String line = Refusals.line("name", name, NAME);
    tx.run(
        em -> {
          StaffMember member = Held.hold(em, StaffMember.class, staff.value());
          Refusals.fresh(member.version(), version);
          member.rename(line);
          accounts.rename(staff, line);
          audit.wrote(viewer, "staff.renamed", List.of(), "staff=" + staff);
        });
  }

  private static Member member(StaffMember row) {
    return new Member(new StaffId(row.id()), row.version(), row.name());
  }
}
