// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a message leaves out: Jackson fills an absent member with null and says nothing. */
final class Completeness {
  private Completeness() {}

  /** The first component that is null though its type does not allow it, as a path. */
  static Optional<String> firstMissing(Record message) {
    for (RecordComponent component : message.getClass().getRecordComponents()) {
      Object value = valueOf(component, message);
      if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        return Optional.of(component.getName());
      }
      Optional<String> missing = inside(value).map(name -> component.getName() + "." + name);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inside(@Nullable Object value) {
    if (value instanceof Record inner) {
      return firstMissing(inner);
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Completeness::inside).flatMap(Optional::stream).findFirst();
    }
    return Optional.empty();
  }

  private static @Nullable Object valueOf(RecordComponent component, Record message) {
    try {
      return component.getAccessor().invoke(message);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " of a message cannot be read.", e);
    }
  }
}
