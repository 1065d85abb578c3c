// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Questions to the nodes of a sheet. Pure. */
final class YamlNodes {
  private YamlNodes() {}

  static Optional<String> id(Node node) {
    return node instanceof MappingNode map
        ? entry(map, "id")
            .map(NodeTuple::getValueNode)
            .filter(ScalarNode.class::isInstance)
            .map(value -> ((ScalarNode) value).getValue())
        : Optional.empty();
  }

  static Optional<NodeTuple> entry(MappingNode map, String key) {
    return map.getValue().stream().filter(tuple -> isScalar(tuple.getKeyNode(), key)).findFirst();
  }

  static boolean isScalar(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  static boolean isFlow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  static int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }
}
