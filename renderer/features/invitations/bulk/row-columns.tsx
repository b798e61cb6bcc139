import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { BulkRow } from '#shared/contract/invitations.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { BulkColumn } from './rows.ts';

const useStyles = makeStyles({
  input: { width: '100%', minWidth: 0 },
  address: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
  missing: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  answer: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  rule: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Acts {
  readonly onAddress: (customer: CustomerId, address: string) => void;
  readonly onWhy: (row: BulkRow) => void;
}

/** The columns of the customers to invite: the address can be corrected in its place, the answer says why. */
export function useBulkColumns({ onAddress, onWhy }: Acts): readonly DataColumn<BulkRow, BulkColumn>[] {
  const t = useT();
  const styles = useStyles();
  const words = useWords();
  const problemText = useProblemText();
  const [editing, setEditing] = useState<CustomerId | null>(null);
  return useMemo(() => {
    const inTheWay = ({ answer, problem }: BulkRow) => {
      if (!answer.decision) return words.ruleName(answer.context.rule);
      return problem === null ? '' : problemText(problem);
    };
    return [
      {
        id: 'customer',
        header: t('bulk.rows.customer'),
        share: 4,
        least: 150,
        cell: (row) => row.customerName,
        title: (row) => row.customerName,
      },
      {
        id: 'address',
        header: t('bulk.rows.address'),
        share: 4,
        least: 160,
        cell: (row) =>
          editing === row.customer ? (
            <AddressInput
              initial={row.to ?? ''}
              label={t('bulk.rows.editAddress', { name: row.customerName })}
              onDone={(address) => {
                setEditing(null);
                if (address !== null) onAddress(row.customer, address);
              }}
            />
          ) : (
            <span className={mergeClasses(styles.address, row.to === null && styles.missing)}>
              {row.to ?? t('bulk.rows.noAddress')}
            </span>
          ),
        title: (row) => row.to ?? undefined,
        open: {
          label: (row) =>
            editing === row.customer ? undefined : t('bulk.rows.editAddress', { name: row.customerName }),
          act: (row) => setEditing(row.customer),
        },
      },
      {
        id: 'language',
        header: t('bulk.rows.language'),
        share: 1,
        least: 88,
        sortable: false,
        hiddenBelow: 690,
        cell: (row) => t(`terms.languages.${row.language}`),
      },
      {
        id: 'answer',
        header: t('bulk.rows.answer'),
        share: 1,
        least: 110,
        cell: ({ answer }) => (
          <span className={styles.answer}>
            <OutcomeMark outcome={answer.context.outcome} outlined />
            <span className={styles.rule}>{answer.context.rule}</span>
          </span>
        ),
        title: ({ answer }) => words.ruleName(answer.context.rule),
        open: { label: (row) => t('bulk.rows.why', { name: row.customerName }), act: onWhy },
      },
      {
        id: 'problem',
        header: t('bulk.rows.problem'),
        share: 5,
        least: 150,
        cell: inTheWay,
        title: (row) => inTheWay(row) || undefined,
      },
    ];
  }, [t, styles, words, problemText, editing, onAddress, onWhy]);
}

interface InputProps {
  readonly initial: string;
  readonly label: string;
  /** `null` leaves it as it was. */
  readonly onDone: (address: string | null) => void;
}

function AddressInput({ initial, label, onDone }: InputProps) {
  const styles = useStyles();
  const [address, setAddress] = useState(initial);
  /** Giving the focus back to the row ends the writing too: only the first end counts. */
  const ended = useRef(false);
  const end = (given: string | null) => {
    if (ended.current) return;
    ended.current = true;
    onDone(given === initial ? null : given);
  };
  return (
    <Input
      aria-label={label}
      autoComplete="off"
      className={styles.input}
      inputMode="email"
      onBlur={() => end(address.trim())}
      onChange={(_, { value }) => setAddress(value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Neither the form nor the dialog may take it for its own.
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter' ? address.trim() : null);
        event.currentTarget.closest('tr')?.focus({ preventScroll: true });
      }}
      ref={takeFocus}
      size="small"
      spellCheck={false}
      value={address}
    />
  );
}
