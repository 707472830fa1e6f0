package org.opora.operations.modules.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opora.api.persistence.Transactions;
import org.opora.operations.modules.domain.ModuleAbsence;
import org.opora.operations.modules.domain.WantedModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The wanted set, in the database. */
@Component(service = WantedModules.class)
public class WantedModules {
  private final Transactions transactions;

  @Activate
  public WantedModules(@Reference(target = "(opora.unit=operations)") Transactions transactions) {
    this.transactions = transactions;
  }

  public List<WantedModule> all() {
    return transactions.read(
        em ->
            em.createQuery("SELECT m FROM WantedModule m ORDER BY m.id", WantedModule.class)
                .getResultList());
  }

  public Optional<WantedModule> find(String id) {
    return transactions.read(em -> Optional.ofNullable(em.find(WantedModule.class, id)));
  }

  /** Changes the row, which is made when it is not there, in a transaction of its own. */
  public void change(String id, Consumer<WantedModule> change) {
    transactions.run(
        em -> {
          WantedModule row = em.find(WantedModule.class, id);
          boolean first = row == null;
          if (first) {
            row = new WantedModule(id);
          }
          change.accept(row);
          if (first) {
            em.persist(row);
          }
          note(em, row, first);
        });
  }

  /** One that is being exchanged is back before anybody has missed it. */
  private static void note(EntityManager em, WantedModule row, boolean first) {
    List<ModuleAbsence> before = absences(em, row.id());
    Optional<ModuleAbsence> lasting =
        before.stream().filter(absence -> absence.until() == null).findFirst();
    if ("READY".equals(row.state())) {
      lasting.ifPresent(absence -> absence.over(row.changedAt()));
    } else if (lasting.isEmpty() && (first || !"CHANGING".equals(row.state()))) {
      em.persist(new ModuleAbsence(row.id(), before.size() + 1L, first ? null : row.changedAt()));
    }
  }

  private static List<ModuleAbsence> absences(EntityManager em, String module) {
    return em.createQuery(
            "SELECT a FROM ModuleAbsence a WHERE a.module = :module", ModuleAbsence.class)
        .setParameter("module", module)
        .getResultList();
  }

  /** When modules did not work here, whether they do now or not. */
  public List<ModuleAbsence> absences() {
    return transactions.read(
        em ->
            em.createQuery("SELECT a FROM ModuleAbsence a ORDER BY a.id", ModuleAbsence.class)
                .getResultList());
  }
}
