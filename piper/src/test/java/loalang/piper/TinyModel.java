// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

/**
 * An ONNX model with the inputs and the output of a Piper voice, written byte by byte: for each
 * phoneme it hums 256 samples, times the length scale. What it says cannot be understood, but its
 * length, its level and its faults are those of a model.
 */
final class TinyModel {
  static final int SAMPLES_PER_PHONEME = 256;

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final Proto graph = new Proto();

  private TinyModel() {}

  /** A model that hums. */
  static byte[] humming() {
    return humming("input", 0.3f, 0);
  }

  /** A model whose first input has another name. */
  static byte[] withInput(String name) {
    return humming(name, 0.3f, 0);
  }

  /** A model that gives numbers that are none. */
  static byte[] givingNoNumbers() {
    return humming("input", Float.NaN, 0);
  }

  /** A model that hums only after hundreds of operations on each sample. */
  static byte[] tiring() {
    return humming("input", 0.3f, 500);
  }

  private static byte[] humming(String input, float level, int toil) {
    TinyModel model = new TinyModel();
    model.add("Shape", "shape", input);
    model.add("Gather", "count", "shape", "one");
    model.graph.message(1, node("Cast", "phonemes", "count").message(5, integer("to", FLOAT)));
    model.add("Gather", "slowness", "scales", "one");
    model.add("Mul", "slowed", "phonemes", "slowness");
    model.add("Mul", "samples", "slowed", "each");
    model.add("Range", "time", "zero", "samples", "step");
    model.add("Mul", "phase", "time", "pitch");
    String sung = "phase";
    for (int i = 0; i < toil; i++) {
      String toiled = "toil" + i;
      model.add("Sin", toiled, sung);
      sung = toiled;
    }
    model.add("Sin", "tone", sung);
    model.add("Mul", "hum", "tone", "level");
    model.add("Reshape", "output", "hum", "mono");
    model.graph.text(2, "hum");
    model.longs("one", new long[0], 1);
    model.number("each", SAMPLES_PER_PHONEME);
    model.number("zero", 0);
    model.number("step", 1);
    model.number("pitch", 0.1f);
    model.number("level", level);
    model.longs("mono", new long[] {4}, 1, 1, 1, -1);
    model.graph.message(11, value(input, INT64, 2));
    model.graph.message(11, value("input_lengths", INT64, 1));
    model.graph.message(11, value("scales", FLOAT, 1));
    model.graph.message(12, value("output", FLOAT, 4));
    Proto opset = new Proto().text(1, "").number(2, 13);
    return new Proto().number(1, 8).message(8, opset).message(7, model.graph).bytes();
  }

  private void add(String operation, String output, String... inputs) {
    graph.message(1, node(operation, output, inputs));
  }

  private static Proto node(String operation, String output, String... inputs) {
    Proto node = new Proto();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, output).text(4, operation);
  }

  private static Proto integer(String name, long value) {
    return new Proto().text(1, name).number(3, value).number(20, 2);
  }

  private void number(String name, float value) {
    graph.message(5, new Proto().number(2, FLOAT).text(8, name).bytes(9, Proto.floats(value)));
  }

  private void longs(String name, long[] dimensions, long... values) {
    Proto tensor = new Proto();
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    graph.message(5, tensor.number(2, INT64).text(8, name).bytes(9, Proto.longs(values)));
  }

  private static Proto value(String name, int type, int dimensions) {
    Proto shape = new Proto();
    for (int i = 0; i < dimensions; i++) {
      shape.message(1, new Proto().text(2, name + i));
    }
    Proto tensor = new Proto().number(1, type).message(2, shape);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }
}
