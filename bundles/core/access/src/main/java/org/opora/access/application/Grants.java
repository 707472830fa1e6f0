package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.opora.access.domain.DefaultTable;
import org.opora.access.domain.KnownPermission;
import org.opora.access.domain.Role;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What roles may do, as of now: the permissions of the modules that are here, with the reach the
 * centre gave them. Everything that is remembered about accounts and sessions belongs to a
 * generation; any change starts the next one, and nobody needs to know what exactly changed.
 */
@Component(service = Grants.class)
public final class Grants {
  private static final Logger LOG = LoggerFactory.getLogger(Grants.class);

  private final Transactions tx;
  private final DefaultTable reviewed = DefaultTable.reviewed();
  private final List<Module> modules = new CopyOnWriteArrayList<>();
  private final AtomicLong generation = new AtomicLong(1);
  private final Object greeting = new Object();
  private final Map<UUID, Long> taken = new ConcurrentHashMap<>();
  private final AtomicLong takenFromAll = new AtomicLong();
  private volatile boolean strangers;
  private volatile Table table = new Table(0, Map.of());

  /** Reach by permission by role, and the sums that were asked for. */
  private record Table(
      long generation,
      Map<String, Map<String, Reach>> roles,
      Map<Set<String>, Map<String, Reach>> sums) {
    Table(long generation, Map<String, Map<String, Reach>> roles) {
      this(generation, roles, new ConcurrentHashMap<>());
    }

    Map<String, Reach> sum(Set<String> held) {
      return sums.computeIfAbsent(Set.copyOf(held), this::add);
    }

    private Map<String, Reach> add(Set<String> held) {
      Map<String, Reach> sum = new HashMap<>();
      for (String role : held) {
        roles
            .getOrDefault(role, Map.of())
            .forEach((id, reach) -> sum.merge(id, reach, (a, b) -> a.compareTo(b) > 0 ? a : b));
      }
      return Map.copyOf(sum);
    }
  }

  @Activate
  public Grants(@Reference(target = "(opora.unit=access)") Transactions tx) {
    this.tx = tx;
  }

  /**
   * A module has come: its permissions exist from now on, and those never seen before get their
   * defaults.
   */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void add(Module module) {
    modules.add(module);
    strangers = true;
    try {
      greet();
    } catch (RuntimeException e) {
      // The next reader of the table tries again; until then nobody holds the new permissions.
      LOG.warn("The permissions of {} wait for the database: {}", module.id(), e.toString());
    }
    changed();
  }

  /**
   * A module has gone: nobody holds its permissions any more; what the centre gave is kept for its
   * return.
   */
  public void remove(Module module) {
    modules.remove(module);
    changed();
  }

  /** Number of the present generation; take it before reading, and keep nothing of an older one. */
  public long generation() {
    return generation.get();
  }

  /** Something changed that a session may know of: call it after the commit. */
  public void changed() {
    generation.incrementAndGet();
  }

  /**
   * Something this member of staff could open is closed to them with the commit of this
   * transaction. What was made for them before and is not given yet is not given any more.
   */
  public void took(UUID staff) {
    tx.afterCommit(() -> taken.merge(staff, 1L, Long::sum));
  }

  /** The same where it cannot be said from whom. */
  public void tookFromSomebody() {
    tx.afterCommit(takenFromAll::incrementAndGet);
  }

  /** Grows whenever something was taken from this member of staff. */
  public long taken(UUID staff) {
    return takenFromAll.get() + taken.getOrDefault(staff, 0L);
  }

  /** The sum of these roles. */
  public Map<String, Reach> of(Set<String> roles) {
    Table current = table;
    long now = generation.get();
    if (current.generation() != now) {
      current = load(now);
      table = current;
    }
    return current.sum(roles);
  }

  /** The reviewed table of the house. */
  DefaultTable reviewed() {
    return reviewed;
  }

  /** Every permission of the modules that are here, with the module that declares it. */
  Map<Permission, String> present() {
    Map<Permission, String> present = new HashMap<>();
    modules.forEach(
        module -> module.permissions().forEach(permission -> present.put(permission, module.id())));
    return present;
  }

  /** The data class under which a present module declares the permission; null when none does. */
  DataClass dataClass(String permission) {
    return declared().get(permission);
  }

  private Table load(long now) {
    greet();
    Map<String, DataClass> declared = declared();
    Map<String, Map<String, Reach>> roles =
        tx.read(
            em ->
                em.createQuery("SELECT r FROM Role r", Role.class)
                    .getResultStream()
                    .collect(Collectors.toMap(Role::id, r -> effective(r, declared))));
    return new Table(now, roles);
  }

  /**
   * Checked here, too, and not only when a grant is written: a permission may change its class with
   * a new version.
   */
  private static Map<String, Reach> effective(Role role, Map<String, DataClass> declared) {
    Map<String, Reach> reaches = new HashMap<>();
    role.permissions()
        .forEach(
            (id, reach) -> {
              if (declared.containsKey(id) && mayHold(role.id(), declared.get(id))) {
                reaches.put(id, Reach.valueOf(reach));
              }
            });
    return Map.copyOf(reaches);
  }

  static boolean mayHold(String role, DataClass dataClass) {
    return !role.equals(Roles.IT_ADMINISTRATOR) || dataClass == DataClass.TECHNICAL;
  }

  /**
   * Two bundles that declare one permission differently: the stricter word counts, which is any but
   * TECHNICAL.
   */
  private Map<String, DataClass> declared() {
    return modules.stream()
        .map(Module::permissions)
        .flatMap(Collection::stream)
        .collect(
            Collectors.toMap(
                Permission::id, Permission::dataClass, (a, b) -> a == DataClass.TECHNICAL ? b : a));
  }

  private void greet() {
    if (!strangers) {
      return;
    }
    synchronized (greeting) {
      if (strangers) {
        strangers = false;
        try {
          List<Permission> all =
              modules.stream().map(Module::permissions).flatMap(Collection::stream).toList();
          tx.run(
              em -> {
                all.forEach(permission -> greet(em, permission));
                newRoles(em);
              });
        } catch (RuntimeException e) {
          strangers = true;
          throw e;
        }
      }
    }
  }

  /** A role that came with a version of the product gets what the table says of what is known. */
  private void newRoles(EntityManager em) {
    em.createQuery("SELECT r FROM Role r", Role.class)
        .getResultStream()
        .filter(Role::awaitsDefaults)
        .forEach(
            role -> {
              reviewed
                  .of(role.id())
                  .forEach(
                      (permission, reach) -> {
                        if (em.find(KnownPermission.class, permission) != null) {
                          role.allow(permission, reach.name());
                        }
                      });
              role.gotDefaults();
            });
  }

  private void greet(EntityManager em, Permission permission) {
    String dataClass = permission.dataClass().name();
    KnownPermission known = em.find(KnownPermission.class, permission.id());
    if (known == null) {
      em.persist(new KnownPermission(permission.id(), dataClass));
      reviewed
          .of(permission)
          .forEach(
              (id, reach) -> {
                Role role = em.find(Role.class, id);
                if (role != null && reach != Reach.NONE && mayHold(id, permission.dataClass())) {
                  role.allow(permission.id(), reach.name());
                }
              });
    } else if (!known.dataClass().equals(dataClass)) {
      known.opens(dataClass);
    }
  }
}
