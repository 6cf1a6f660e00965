package dev.holdfast.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds all of many words in one pass over a text: the automaton of Aho and Corasick, with one table look-up a
/// character.
final class Keywords {
    private final char[] classes = new char[Character.MAX_VALUE + 1];
    private final int width;
    private final int[] next;
    private final int[][] endingAt;

    /// Called for every place where a word ends.
    interface Hits {
        void hit(int word, int end);
    }

    Keywords(List<String> words) {
        width = classify(words);
        var trie = new Trie(width);
        for (int i = 0; i < words.size(); i++) {
            trie.add(words.get(i), i, classes);
        }
        next = trie.link();
        endingAt = trie.words();
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

    void scan(char[] text, Hits hits) {
        int state = 0;
        for (int i = 0; i < text.length; i++) {
            state = next[state * width + classes[text[i]]];
            var ending = endingAt[state];
            if (ending != null) {
                for (int word : ending) {
                    hits.hit(word, i + 1);
                }
            }
        }
    }

    /// The automaton while it is built.
    private static final class Trie {
        private final int width;
        private int[] next;
        private final List<List<Integer>> words = new ArrayList<>();

        Trie(int width) {
            this.width = width;
            this.next = new int[width];
            words.add(new ArrayList<>());
        }

        void add(String word, int index, char[] classes) {
            int state = 0;
            for (int i = 0; i < word.length(); i++) {
                int slot = state * width + classes[word.charAt(i)];
                if (next[slot] == 0) {
                    next[slot] = grow();
                }
                state = next[slot];
            }
            words.get(state).add(index);
        }

        private int grow() {
            words.add(new ArrayList<>());
            if (next.length < words.size() * width) {
                next = Arrays.copyOf(next, 2 * words.size() * width);
            }
            return words.size() - 1;
        }

        /// Fills every gap with where the longest suffix that is a beginning of a word would go.
        int[] link() {
            var suffix = new int[words.size()];
            var queue = new ArrayDeque<Integer>();
            for (int letter = 0; letter < width; letter++) {
                if (next[letter] != 0) {
                    queue.add(next[letter]);
                }
            }
            while (!queue.isEmpty()) {
                link(queue.remove(), suffix, queue);
            }
            return Arrays.copyOf(next, words.size() * width);
        }

        private void link(int state, int[] suffix, ArrayDeque<Integer> queue) {
            words.get(state).addAll(words.get(suffix[state]));
            for (int letter = 0; letter < width; letter++) {
                int slot = state * width + letter;
                int fallback = next[suffix[state] * width + letter];
                if (next[slot] == 0) {
                    next[slot] = fallback;
                } else {
                    suffix[next[slot]] = fallback;
                    queue.add(next[slot]);
                }
            }
        }

        int[][] words() {
            return words.stream()
                    .map(ending -> ending.isEmpty()
                            ? null
                            : ending.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
        }
    }
}
