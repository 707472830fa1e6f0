package org.opora.access.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.SealedTrail;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The sealed trail as text, for a verifier that trusts nothing of this house; the format is that of
 * {@link CanonicalRecord}.
 */
@Component
public final class AuditExport implements SealedTrail {
  private static final int BATCH = 512;

  private final Access access;
  private final SecondFactor factor;
  private final AuditTrailService audit;
  private final Database database;

  @Activate
  public AuditExport(
      @Reference Access access,
      @Reference SecondFactor factor,
      @Reference AuditTrailService audit,
      @Reference Database database) {
    this.access = access;
    this.factor = factor;
    this.audit = audit;
    this.database = database;
  }

  @Override
  public void export(Viewer viewer, OutputStream out) {
    access.require(viewer, AuditTrail.READ);
    factor.requireFresh(viewer);
    audit.read(viewer, AuditTrail.READ, List.of(), "export=sealed");
    audit.seal();
    // Heads first: a row that is sealed while this runs then comes after the end that they tell.
    List<Head> heads = heads();
    try (Connection connection = database.connection()) {
      DigestOutputStream summed = new DigestOutputStream(out, sha256());
      Writer text = new BufferedWriter(new OutputStreamWriter(summed, StandardCharsets.US_ASCII));
      text.write(CanonicalRecord.FORMAT + "\n");
      long last =
          heads.stream().filter(h -> !h.ofDay()).mapToLong(Head::seq).findFirst().orElse(0L);
      long[] seq = {Long.MIN_VALUE};
      while (AuditTable.sealed(connection, seq[0], BATCH, row -> seq[0] = line(text, row, last))
          > 0) {
        text.flush();
      }
      for (Head head : heads) {
        text.write(
            "H %s %d %s %s\n"
                .formatted(head.name(), head.seq(), hex(head.mac()), hex(head.seal())));
      }
      text.flush();
      byte[] digest = summed.getMessageDigest().digest();
      text.write("Z " + last + " " + hex(audit.chain().end(last, digest)) + "\n");
      text.flush();
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Ends ends(Viewer viewer, int limit) {
    access.require(viewer, AuditTrail.READ);
    audit.seal();
    List<Head> heads = heads();
    return new Ends(
        heads.stream()
            .filter(head -> !head.ofDay())
            .map(head -> new End(null, head.seq(), hex(head.mac())))
            .findFirst()
            .orElse(null),
        heads.stream()
            .filter(Head::ofDay)
            .sorted(Comparator.comparing(Head::name).reversed())
            .limit(limit)
            .map(head -> new End(LocalDate.parse(head.name()), head.seq(), hex(head.mac())))
            .toList(),
        audit.broken());
  }

  private List<Head> heads() {
    try {
      return audit.heads();
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail cannot be read", e);
    }
  }

  private static long line(Writer text, SealedEvent row, long last) {
    if (row.event() == null || row.mac() == null) {
      throw new IllegalStateException("Row " + row.seq() + " of the audit trail was changed");
    }
    if (row.seq() <= last) {
      try {
        String record =
            Base64.getEncoder().encodeToString(CanonicalRecord.of(row.seq(), row.event()));
        text.write("E " + record + " " + hex(row.mac()) + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return row.seq();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
