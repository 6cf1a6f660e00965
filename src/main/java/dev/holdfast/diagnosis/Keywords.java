package dev.holdfast.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds all of many words in one pass over a text: the automaton of Aho and Corasick.
///
/// Its steps are kept in a hash table: a table of every state and letter would take hundreds of megabytes, as the words
/// are written in many alphabets.
final class Keywords {
    private final char[] classes = new char[Character.MAX_VALUE + 1];
    private final Steps steps;
    private final int[] suffix;
    private final int[][] endingAt;

    /// Called for every place where a word ends.
    interface Hits {
        void hit(int word, int end);
    }

    Keywords(List<String> words) {
        steps = new Steps(classify(words));
        var endings = new ArrayList<List<Integer>>();
        endings.add(new ArrayList<>());
        for (int i = 0; i < words.size(); i++) {
            add(words.get(i), i, endings);
        }
        suffix = new int[endings.size()];
        link(endings);
        endingAt = endings.stream().map(Keywords::array).toArray(int[][]::new);
    }

    private int classify(List<String> words) {
        int count = 1;
        for (var word : words) {
            for (int i = 0; i < word.length(); i++) {
                if (classes[word.charAt(i)] == 0) {
                    classes[word.charAt(i)] = (char) count++;
                }
            }
        }
        return count;
    }

    private void add(String word, int index, List<List<Integer>> endings) {
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = classes[word.charAt(i)];
            int next = steps.from(state, letter);
            if (next == 0) {
                next = endings.size();
                endings.add(new ArrayList<>());
                steps.put(state, letter, next);
            }
            state = next;
        }
        endings.get(state).add(index);
    }

    /// Finds for each state the longest suffix that is a beginning of a word, nearest to the root first.
    private void link(List<List<Integer>> endings) {
        var queue = new ArrayDeque<Integer>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int letter = 1; letter < steps.width(); letter++) {
                int next = steps.from(state, letter);
                if (next != 0) {
                    suffix[next] = state == 0 ? 0 : step(suffix[state], letter);
                    endings.get(next).addAll(endings.get(suffix[next]));
                    queue.add(next);
                }
            }
        }
    }

    private int step(int state, int letter) {
        int at = state;
        int next = steps.from(at, letter);
        while (next == 0 && at != 0) {
            at = suffix[at];
            next = steps.from(at, letter);
        }
        return next;
    }

    void scan(char[] text, Hits hits) {
        int state = 0;
        for (int i = 0; i < text.length; i++) {
            int letter = classes[text[i]];
            state = letter == 0 ? 0 : step(state, letter);
            var ending = endingAt[state];
            if (ending != null) {
                for (int word : ending) {
                    hits.hit(word, i + 1);
                }
            }
        }
    }

    private static int @Nullable [] array(List<Integer> ending) {
        return ending.isEmpty()
                ? null
                : ending.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Where a letter leads from a state: open addressing over `state * width + letter`; 0 for nowhere.
    private static final class Steps {
        private final int width;
        private int[] keys = new int[1 << 10];
        private int[] states = new int[1 << 10];
        private int size;

        Steps(int width) {
            this.width = width;
        }

        int width() {
            return width;
        }

        int from(int state, int letter) {
            return states[slot(keys, key(state, letter))];
        }

        void put(int state, int letter, int next) {
            if (2 * ++size > keys.length) {
                grow();
            }
            int slot = slot(keys, key(state, letter));
            keys[slot] = key(state, letter);
            states[slot] = next;
        }

        /// Never 0, which marks a free slot.
        private int key(int state, int letter) {
            return state * width + letter + 1;
        }

        private static int slot(int[] keys, int key) {
            int mask = keys.length - 1;
            int slot = (key * 0x9E3779B9 >>> 7) & mask;
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            var oldKeys = keys;
            var oldStates = states;
            keys = new int[2 * oldKeys.length];
            states = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    int slot = slot(keys, oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    states[slot] = oldStates[i];
                }
            }
        }
    }
}
