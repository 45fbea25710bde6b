import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type Taken, type TakeOut, TakingOut } from '../take-out.ts';

export type Taking = {
  /** What came of the last press; `null`: nothing yet. */
  readonly came: Taken | null;
  readonly isAsking: boolean;
  /** Begins, unless it is on its way already. `isHere` stops being true when what is drawn here is taken away. */
  readonly take: (out: (takeOut: TakeOut, isHere: () => boolean) => Promise<Taken>) => void;
};

/** For a button that takes something of the plan out; `null`: there is no way out where this is drawn. */
export function useTaking(): Taking | null {
  const takeOut = useContext(TakingOut);
  const [came, setCame] = useState<Taken | null>(null);
  const [isAsking, setAsking] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  if (!takeOut) return null;
  return {
    came,
    isAsking,
    take(out) {
      if (isAsking) return;
      setCame(null);
      setAsking(true);
      void out(takeOut, () => here.current).then((next) => {
        if (!here.current) return;
        setCame(next);
        setAsking(false);
      });
    },
  };
}
