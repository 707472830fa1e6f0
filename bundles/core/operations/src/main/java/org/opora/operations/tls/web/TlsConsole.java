package org.opora.operations.tls.web;

import java.io.IOException;
import java.util.List;
import org.opora.api.access.AuditTrail;
import org.opora.api.faults.Refused;
import org.opora.api.text.Messages;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.shared.Operator;
import org.opora.operations.shared.Words;
import org.opora.operations.tls.application.NetworkDoor;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bin/opora tls} has written a certificate: it is taken into use while people work. */
@Component(service = TlsConsole.class)
public class TlsConsole {
  private final NetworkDoor door;
  private final AuditTrail audit;
  private final Messages messages;

  @Activate
  public TlsConsole(
      @Reference NetworkDoor door, @Reference AuditTrail audit, @Reference Messages messages) {
    this.door = door;
    this.audit = audit;
    this.messages = messages;
  }

  /**
   * @param open whether other computers are answered now
   */
  public record Taken(boolean open, String fingerprint) {}

  public List<Route> routes() {
    return List.of(Operator.post("/ops/tls/reload", this::reload, messages));
  }

  private Reply reload(Request request) throws IOException {
    try {
      Identity taken = door.reload();
      audit.noted(null, "certificate.changed", taken.fingerprint());
      return Reply.json(new Taken(door.open(), taken.fingerprint()));
    } catch (TlsFault unusable) {
      throw new Refused(null, Words.of("certificate.unusable", unusable.code()));
    }
  }
}
