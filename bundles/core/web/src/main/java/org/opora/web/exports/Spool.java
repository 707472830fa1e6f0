package org.opora.web.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.BooleanSupplier;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a file waits until it is recorded. It lies in the data folder, never in memory, under a key
 * that is nowhere but in this object: what a crash or a disk leaves behind nobody can read.
 */
public final class Spool implements AutoCloseable {
  private static final String CIPHER = "AES/CTR/NoPadding";
  private static final int KEY = 32;
  private static final int COUNTER = 16;
  private static final int PIECE = 8192;

  private final FileChannel channel;
  private final SecretKeySpec key;
  private final IvParameterSpec counter;

  private Spool(FileChannel channel) {
    SecureRandom random = new SecureRandom();
    this.channel = channel;
    this.key = new SecretKeySpec(bytes(random, KEY), "AES");
    this.counter = new IvParameterSpec(bytes(random, COUNTER));
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /**
   * @param folder made when it is not there
   */
  public static Spool in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "export-", ".part");
    return new Spool(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** To be closed before anything is sent. */
  public OutputStream filling() {
    return new CipherOutputStream(
        new Open(Channels.newOutputStream(channel)), cipher(Cipher.ENCRYPT_MODE));
  }

  /** In bytes; the cipher adds none. */
  public long length() throws IOException {
    return channel.size();
  }

  /**
   * @param goesOn asked before every piece
   * @return false when it said no: then the rest stayed here
   */
  public boolean sendTo(OutputStream out, BooleanSupplier goesOn) throws IOException {
    channel.position(0);
    InputStream in =
        new CipherInputStream(Channels.newInputStream(channel), cipher(Cipher.DECRYPT_MODE));
    byte[] piece = new byte[PIECE];
    int read = in.read(piece);
    while (read >= 0) {
      if (!goesOn.getAsBoolean()) {
        return false;
      }
      out.write(piece, 0, read);
      read = in.read(piece);
    }
    return true;
  }

  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, counter);
      return cipher;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has this cipher", absent);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** The end of the writing is not the end of the file. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
