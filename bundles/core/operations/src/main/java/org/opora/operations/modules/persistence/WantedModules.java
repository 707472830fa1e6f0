package org.opora.operations.modules.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opora.api.persistence.Transactions;
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
          if (row == null) {
            row = new WantedModule(id);
            change.accept(row);
            em.persist(row);
          } else {
            change.accept(row);
          }
        });
  }
}
