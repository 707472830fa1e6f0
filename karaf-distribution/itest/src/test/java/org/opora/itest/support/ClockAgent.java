package org.opora.itest.support;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lives in the virtual machine of a product and moves every clock of {@code java.time} by the same
 * time. Nothing else is touched: time goes on as before, and what measures how long something takes
 * measures the same.
 */
public final class ClockAgent implements ClassFileTransformer {
  private static final String CLOCK = "java/time/Clock";
  private static final String SYSTEM = "java/time/Clock$SystemClock";
  private final Duration ahead;

  private ClockAgent(Duration ahead) {
    this.ahead = ahead;
  }

  /**
   * @param seconds by how much, also less than nothing
   */
  public static void premain(String seconds, Instrumentation machine)
      throws UnmodifiableClassException {
    machine.addTransformer(new ClockAgent(Duration.ofSeconds(Long.parseLong(seconds))), true);
    machine.retransformClasses(Clock.class, Clock.system(ZoneOffset.UTC).getClass());
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> known, ProtectionDomain domain, byte[] code) {
    if (!CLOCK.equals(name) && !SYSTEM.equals(name)) {
      return null;
    }
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Clocks(writer, name, ahead), 0);
    return writer.toByteArray();
  }

  /** Finds where a clock says what time it is. */
  static final class Clocks extends ClassVisitor {
    private final String clock;
    private final Duration ahead;

    Clocks(ClassVisitor next, String clock, Duration ahead) {
      super(Opcodes.ASM9, next);
      this.clock = clock;
      this.ahead = ahead;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
      boolean says = name.equals("currentInstant") || clock.equals(SYSTEM) && name.equals("millis");
      return says ? new Later(method, ahead) : method;
    }
  }

  /** Adds to what is returned. */
  static final class Later extends MethodVisitor {
    private final Duration ahead;

    Later(MethodVisitor next, Duration ahead) {
      super(Opcodes.ASM9, next);
      this.ahead = ahead;
    }

    @Override
    public void visitInsn(int code) {
      if (code == Opcodes.ARETURN) {
        visitLdcInsn(ahead.toSeconds());
        visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            "java/time/Instant",
            "plusSeconds",
            "(J)Ljava/time/Instant;",
            false);
      } else if (code == Opcodes.LRETURN) {
        visitLdcInsn(ahead.toMillis());
        super.visitInsn(Opcodes.LADD);
      }
      super.visitInsn(code);
    }
  }
}
