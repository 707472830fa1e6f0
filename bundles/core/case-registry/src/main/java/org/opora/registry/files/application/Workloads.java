package org.opora.registry.files.application;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.staff.spi.StaffLaw;
import org.opora.registry.files.domain.FileWeight;
import org.opora.registry.files.persistence.WorkQueries;
import org.opora.registry.shared.application.Mark;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.StaffLaws;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.persistence.StaffQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many families each key worker has, by weight, against the guidance for a full time. */
@Component(service = Workloads.class)
public final class Workloads {
  private static final int HEAVIEST = 8;
  private static final double FULL = 100;
  private final Transactions tx;
  private final Access access;
  private final Staff staff;
  private final StaffLaws laws;
  private final Confirmations confirmations;
  private final FileChange change;

  @Activate
  public Workloads(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Staff staff,
      @Reference StaffLaws laws,
      @Reference Confirmations confirmations,
      @Reference FileChange change) {
    this.tx = tx;
    this.access = access;
    this.staff = staff;
    this.laws = laws;
    this.confirmations = confirmations;
    this.change = change;
  }

  /**
   * Key workers by name, with the families that the viewer may see; whoever has the post and no
   * family yet has room, and is among them.
   */
  public List<Load> of(Viewer viewer) {
    access.require(viewer, Staff.WRITE);
    access.require(viewer, CaseFiles.READ);
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    Parameter<StaffLaw.Load> guidance = laws.load(viewer.today()).orElse(null);
    return tx.read(
        em -> {
          Map<StaffId, int[]> sums = new WorkQueries(em).sums(walls, viewer.today());
          StaffQueries queries = new StaffQueries(em);
          Map<UUID, Integer> shares = queries.fullTimeOn(viewer.today());
          queries
              .holding(PostCode.KEY_WORKER, viewer.today())
              .forEach(one -> sums.putIfAbsent(new StaffId(one), new int[3]));
          Map<StaffId, String> names = staff.names(sums.keySet());
          return sums.entrySet().stream()
              .map(
                  one ->
                      load(
                          one.getKey(),
                          names.get(one.getKey()),
                          one.getValue(),
                          shares.get(one.getKey().value()),
                          guidance))
              .sorted(Comparator.comparing(Load::name, Collator.getInstance(viewer.locale())))
              .toList();
        });
  }

  private static Load load(
      StaffId worker,
      String name,
      int[] sums,
      Integer hundredths,
      Parameter<StaffLaw.Load> guidance) {
    boolean known = hundredths != null && hundredths > 0 && guidance != null;
    Double least = known ? guidance.value().least() * hundredths / FULL : null;
    Double most = known ? guidance.value().most() * hundredths / FULL : null;
    return new Load(worker, name, sums[0], sums[1], sums[2], hundredths, least, most);
  }

  /** The guidance that holds today; null without a law pack. */
  public Guidance guidance(Viewer viewer) {
    return laws.load(viewer.today())
        .map(load -> new Guidance(load, Marks.now(confirmations).mark(laws.figures(), load)))
        .orElse(null);
  }

  /** What the guidance says, and how far it is confirmed. */
  public record Guidance(Parameter<StaffLaw.Load> figure, Mark mark) {}

  /** Halves of an ordinary family. */
  public int weight(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(em -> new WorkQueries(em).weights(List.of(file)).get(file));
  }

  /**
   * @param halves of an ordinary family, 1 to 8
   */
  public void weigh(Viewer viewer, CaseFileId file, Integer halves) {
    if (halves == null || halves < 1 || halves > HEAVIEST) {
      throw Refusals.refused("weight", "refused.required");
    }
    change.in(
        viewer,
        file,
        "file.weighed",
        (em, row) -> {
          FileWeight known = em.find(FileWeight.class, file.value());
          if (known == null) {
            em.persist(new FileWeight(file, halves));
          } else {
            known.is(halves);
          }
          return null;
        });
  }

  /**
   * @param families open files of foster families as key worker: of them the guidance speaks
   * @param halves their weight, in halves of an ordinary family
   * @param others open files of anybody else as key worker
   * @param hundredths of a full time; null when no share is written down
   * @param least families by the guidance for that share; null when it cannot be said
   * @param most as {@code least}
   */
  public record Load(
      StaffId staff,
      String name,
      int families,
      int halves,
      int others,
      Integer hundredths,
      Double least,
      Double most) {
    /** {@code below}, {@code within}, {@code above}, or null when it cannot be said. */
    public String standing() {
      if (least == null) {
        return null;
      }
      double weight = (double) halves / FileWeight.ORDINARY;
      return weight < least ? "below" : weight > most ? "above" : "within";
    }
  }
}
