package dev.holdfast.diagnosis;

import java.util.Arrays;
import java.util.List;

/// Finds all of many words in one pass over a text: the automaton of Aho and Corasick.
///
/// States are numbered breadth first over the sorted words, so the children of a state stand side by side and need no
/// table of their own. Only the states nearest to the root, where nearly every character of a text leads, have rows
/// with all of ASCII. The words are written in many alphabets: a row with all letters for every state would take
/// hundreds of megabytes.
final class Keywords {
    private static final int MOST_ROWS = 1 << 12;
    private static final int ASCII_BITS = 7;
    private static final int ASCII = 1 << ASCII_BITS;
    private static final int NONE = -1;

    private final List<String> words;
    /// The letter that leads to each state.
    private final char[] letters;
    /// The first child of each state; its last one stands before the first child of the next.
    private final int[] children;
    /// For each state the longest suffix that is a beginning of a word.
    private final int[] suffixes;
    /// The place among the words of the one that a state is, or NONE.
    private final int[] wordAt;
    /// The nearest state, over suffixes and beginning with the state itself, that is a word; 0 for none.
    private final int[] ends;
    /// Where each letter leads from the root.
    private final int[] first;
    /// Where each character of ASCII leads from each of the first states.
    private final int[] rows;

    /// Called for every place where a word ends.
    interface Hits {
        void hit(int word, int end);
    }

    /// @param words sorted, none twice, none empty
    Keywords(List<String> words) {
        this.words = List.copyOf(words);
        int most = 1 + words.stream().mapToInt(String::length).sum();
        var trie = new Trie(most);
        int size = trie.size;
        letters = Arrays.copyOf(trie.letters, size);
        children = Arrays.copyOf(trie.children, size + 1);
        wordAt = Arrays.copyOf(trie.wordAt, size);
        suffixes = new int[size];
        ends = new int[size];
        first = first(size);
        rows = new int[Math.min(size, MOST_ROWS) << ASCII_BITS];
        link(trie.parents, size);
    }

    /// The words as a tree, a state for each beginning of one.
    private final class Trie {
        private final char[] letters;
        private final int[] children;
        private final int[] parents;
        private final int[] wordAt;
        private final int[] from;
        private final int[] depths;
        private int size = 1;

        Trie(int most) {
            letters = new char[most];
            children = new int[most + 1];
            parents = new int[most];
            wordAt = new int[most];
            from = new int[most + 1];
            depths = new int[most];
            var until = new int[most];
            until[0] = words.size();
            for (int state = 0; state < size; state++) {
                children[state] = size;
                branch(state, until);
            }
            children[size] = size;
        }

        /// Adds the children of `state`, which stands for the words from `from` to `until`.
        private void branch(int state, int[] until) {
            int depth = depths[state];
            int at = from[state];
            boolean isWord = at < until[state] && words.get(at).length() == depth;
            wordAt[state] = isWord ? at++ : NONE;
            while (at < until[state]) {
                char letter = words.get(at).charAt(depth);
                int child = size++;
                letters[child] = letter;
                parents[child] = state;
                depths[child] = depth + 1;
                from[child] = at;
                while (at < until[state] && words.get(at).charAt(depth) == letter) {
                    at++;
                }
                until[child] = at;
            }
        }
    }

    private int[] first(int size) {
        int rootChildren = size == 1 ? 1 : children[1];
        var leads = new int[size == 1 ? 0 : letters[rootChildren - 1] + 1];
        for (int child = 1; child < rootChildren; child++) {
            leads[letters[child]] = child;
        }
        return leads;
    }

    /// What a state needs is known of the states before it.
    private void link(int[] parents, int size) {
        row(0);
        for (int state = 1; state < size; state++) {
            suffixes[state] = parents[state] == 0 ? 0 : step(suffixes[parents[state]], letters[state]);
            ends[state] = wordAt[state] == NONE ? ends[suffixes[state]] : state;
            row(state);
        }
    }

    /// A state leads where its longest suffix does, but for its own children.
    private void row(int state) {
        int row = state << ASCII_BITS;
        if (row >= rows.length) {
            return;
        }
        System.arraycopy(rows, suffixes[state] << ASCII_BITS, rows, row, ASCII);
        for (int child = children[state]; child < children[state + 1]; child++) {
            if (letters[child] < ASCII) {
                rows[row | letters[child]] = child;
            }
        }
    }

    private int step(int from, char letter) {
        int state = from;
        while (state != 0) {
            int row = state << ASCII_BITS;
            if (letter < ASCII && row < rows.length) {
                return rows[row | letter];
            }
            for (int child = children[state]; child < children[state + 1]; child++) {
                if (letters[child] == letter) {
                    return child;
                }
            }
            state = suffixes[state];
        }
        return letter < first.length ? first[letter] : 0;
    }

    /// Finds every word that stands in `text` from `from` to `to`, in the order of their ends.
    void scan(char[] text, int from, int to, Hits hits) {
        int state = 0;
        for (int i = from; i < to; i++) {
            char letter = text[i];
            int row = state << ASCII_BITS;
            state = letter < ASCII && row < rows.length ? rows[row | letter] : step(state, letter);
            for (int end = ends[state]; end != 0; end = ends[suffixes[end]]) {
                hits.hit(wordAt[end], i + 1);
            }
        }
    }
}
